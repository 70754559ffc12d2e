# 001-01: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-01.gp > 001-01.svg
#   gnuplot -d -e "drawing='png'" 001-01.gp > 001-01.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run d17afdc4defe43260f4f4e9264e5da61886c6a4bb74a2eab9d31f6aad32555cb

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 358,237 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_01'
if (drawing eq 'png') set terminal pngcairo size 716,474 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 3.7291666666666665,2.46875 font 'sans-serif,13' noenhanced fontscale 0.75

set encoding utf8
set minussign
LF = sprintf('%c', 10)  # breaks a text: 'first line'.LF.'second line'
# Labels of logarithmic axes: power(3) is 1000, power(-7) is 10⁻⁷.
raised(n) = (n < 10 ? '' : raised(n/10)).word('⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹', n%10 + 1)
power(k) = abs(k) < 4 ? sprintf('%g', 10.0**k) : '10'.(k < 0 ? '⁻' : '').raised(abs(k))
# The colors of Okabe and Ito; change one here, and it changes in all panels.
set linetype 1 linecolor rgb '#0072B2' linewidth 1.6 pointtype 7
set linetype 2 linecolor rgb '#D55E00' linewidth 1.6 pointtype 7
set linetype 3 linecolor rgb '#009E73' linewidth 1.6 pointtype 7
set linetype 4 linecolor rgb '#E69F00' linewidth 1.6 pointtype 7
set linetype 5 linecolor rgb '#56B4E9' linewidth 1.6 pointtype 7
set linetype 6 linecolor rgb '#CC79A7' linewidth 1.6 pointtype 7
set linetype 7 linecolor rgb '#000000' linewidth 1.6 pointtype 7
set linetype 8 linecolor rgb '#F0E442' linewidth 1.6 pointtype 7
set border 3 linewidth 1 linecolor rgb '#555555'
set tics out nomirror scale 0.5
set grid ytics back linetype 1 linewidth 1 linecolor rgb '#E6E6E6'
set style fill solid 1 noborder
set title font ',14'
set x2label font ',10.5'
set key Left reverse samplen 2; unset key

$table_1 << EOD
# column row value
0 0 196
1 0 112
2 0 110
0 1 186
1 1 117
2 1 92
0 2 106
1 2 108
2 2 110
EOD

set multiplot layout 1,1 title 'A picture is numbers, the gray'.LF.'values of 3 × 3 pixels' font ',17' margins screen 0.07263,0.44134,0.15907,0.71603 spacing screen 0.55307,0.09283
set label 1 'run d17afdc4defe' at screen 0.96089, screen 0.04895 right font ',9.5' textcolor rgb '#777777'

unset border; unset colorbox; unset xtics; unset grid
unset x2tics; unset ytics
set xrange [-0.5:2.5]; set x2range [-0.5:2.5]; set yrange [2.5:-0.5]
set palette defined (0 '#000000', 1 '#FFFFFF')
set cbrange [0:255]
plot $table_1 using 1:2:(0.485):(0.485):3 with boxxyerror fillcolor palette notitle, \
  $table_1 using ($3 < 117.30000000000001 ? $1 : NaN):2:(gprintf('%.0f', $3)) with labels font ',13' textcolor rgb 'white' notitle, \
  $table_1 using ($3 >= 117.30000000000001 ? $1 : NaN):2:(gprintf('%.0f', $3)) with labels font ',13' textcolor rgb 'black' notitle

unset multiplot
