# 001-07: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-07.gp > 001-07.svg
#   gnuplot -d -e "drawing='png'" 001-07.gp > 001-07.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run d17afdc4defe43260f4f4e9264e5da61886c6a4bb74a2eab9d31f6aad32555cb

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 496,269 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_07'
if (drawing eq 'png') set terminal pngcairo size 992,538 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 5.166666666666667,2.8020833333333335 font 'sans-serif,13' noenhanced fontscale 0.75

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
0 0 98
1 0 245
2 0 248
0 1 110
1 1 249
2 1 246
0 2 129
1 2 245
2 2 246
EOD
$table_2 << EOD
# column row value
0 0 147
1 0 245
2 0 248
0 1 158
1 1 249
2 1 246
0 2 178
1 2 245
2 2 246
EOD
$table_3 << EOD
# column row value
0 0 59
1 0 241
2 0 244
0 1 71
1 1 245
2 1 242
0 2 90
1 2 241
2 2 242
EOD

set multiplot layout 1,3 title 'Its lower right corner, 3 × 3 pixels of red,'.LF.'green and blue' font ',17' margins screen 0.05242,0.94758,0.14015,0.63086 spacing screen 0.04839,0.20074
set label 1 'run d17afdc4defe' at screen 0.97177, screen 0.04312 right font ',9.5' textcolor rgb '#777777'

set title 'red'
unset border; unset colorbox; unset xtics; unset grid
unset x2tics; unset ytics
set xrange [-0.5:2.5]; set x2range [-0.5:2.5]; set yrange [2.5:-0.5]
set palette defined (0 '#000000', 1 '#FF0000')
set cbrange [0:255]
plot $table_1 using 1:2:(0.485):(0.485):3 with boxxyerror fillcolor palette notitle, \
  $table_1 using ($3 < 237.15 ? $1 : NaN):2:(gprintf('%.0f', $3)) with labels font ',13' textcolor rgb 'white' notitle, \
  $table_1 using ($3 >= 237.15 ? $1 : NaN):2:(gprintf('%.0f', $3)) with labels font ',13' textcolor rgb 'black' notitle

unset label
set title 'green'
unset border; unset colorbox; unset xtics; unset grid
unset x2tics; unset ytics
set xrange [-0.5:2.5]; set x2range [-0.5:2.5]; set yrange [2.5:-0.5]
set palette defined (0 '#000000', 1 '#00FF00')
set cbrange [0:255]
plot $table_2 using 1:2:(0.485):(0.485):3 with boxxyerror fillcolor palette notitle, \
  $table_2 using ($3 < 137.70000000000002 ? $1 : NaN):2:(gprintf('%.0f', $3)) with labels font ',13' textcolor rgb 'white' notitle, \
  $table_2 using ($3 >= 137.70000000000002 ? $1 : NaN):2:(gprintf('%.0f', $3)) with labels font ',13' textcolor rgb 'black' notitle

set title 'blue'
unset border; unset colorbox; unset xtics; unset grid
unset x2tics; unset ytics
set xrange [-0.5:2.5]; set x2range [-0.5:2.5]; set yrange [2.5:-0.5]
set palette defined (0 '#000000', 1 '#0000FF')
set cbrange [0:255]
plot $table_3 using 1:2:(0.485):(0.485):3 with boxxyerror fillcolor palette notitle, \
  $table_3 using ($3 < 510 ? $1 : NaN):2:(gprintf('%.0f', $3)) with labels font ',13' textcolor rgb 'white' notitle, \
  $table_3 using ($3 >= 510 ? $1 : NaN):2:(gprintf('%.0f', $3)) with labels font ',13' textcolor rgb 'black' notitle

unset multiplot
