# 004-05: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 004-05.gp > 004-05.svg
#   gnuplot -d -e "drawing='png'" 004-05.gp > 004-05.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 02272f7ea1cadb9fa84a01cec75152a115ac31834e1d2857dce4b46ab629d026

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 712,316 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_004_05'
if (drawing eq 'png') set terminal pngcairo size 1424,632 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 7.416666666666667,3.2916666666666665 font 'sans-serif,13' noenhanced fontscale 0.75

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
0 0 1
1 0 0
2 0 0
3 0 0
4 0 0
5 0 1
0 1 0
1 1 1
2 1 0
3 1 0
4 1 1
5 1 0
0 2 0
1 2 0
2 2 1
3 2 1
4 2 0
5 2 0
0 3 1
1 3 0
2 3 0
3 3 0
4 3 1
5 3 0
0 4 0
1 4 1
2 4 0
3 4 0
4 4 1
5 4 0
0 5 0
1 5 0
2 5 1
3 5 0
4 5 1
5 5 0
EOD
$table_2 << EOD
# column row value
0 0 1
1 0 -1
2 0 -1
0 1 -1
1 1 1
2 1 -1
0 2 -1
1 2 -1
2 2 1
EOD
$table_3 << EOD
# column row value
0 0 3
1 0 -1
2 0 -3
3 0 -1
0 1 -3
1 1 1
2 1 0
3 1 -3
0 2 -3
1 2 -3
2 2 0
3 2 1
0 3 3
1 3 -2
2 3 -2
3 3 -1
EOD

set multiplot layout 1,3 title 'A filter of 3 × 3 over an image of 6 × 6' font ',17' margins screen 0.03652,0.96348,0.1182,0.76377 spacing screen 0.03371,0.17089
set label 1 'run 02272f7ea1ca' at screen 0.98034, screen 0.03671 right font ',9.5' textcolor rgb '#777777'

set title 'Image'
unset border; unset colorbox; unset xtics; unset grid
unset x2tics; unset ytics
set xrange [-0.5:5.5]; set x2range [-0.5:5.5]; set yrange [5.5:-0.5]
set palette defined (0 '#EEF2F8', 1 '#7FB2DD')
set cbrange [0:1]
plot $table_1 using 1:2:(0.485):(0.485):3 with boxxyerror fillcolor palette notitle, \
  $table_1 using (1 ? $1 : NaN):2:(gprintf('%.0f', $3)) with labels font ',13' textcolor rgb 'black' notitle

unset label
set title 'Filter'
unset border; unset colorbox; unset xtics; unset grid
unset x2tics; unset ytics
set xrange [-2:4]; set x2range [-2:4]; set yrange [4:-2]
set palette defined (0 '#EEF2F8', 1 '#7FB2DD')
set cbrange [-1:1]
plot $table_2 using 1:2:(0.485):(0.485):3 with boxxyerror fillcolor palette notitle, \
  $table_2 using (1 ? $1 : NaN):2:(gprintf('%.0f', $3)) with labels font ',13' textcolor rgb 'black' notitle

set title 'Feature map'
unset border; unset colorbox; unset xtics; unset grid
unset x2tics; unset ytics
set xrange [-1.5:4.5]; set x2range [-1.5:4.5]; set yrange [4.5:-1.5]
set palette defined (0 '#EEF2F8', 1 '#7FB2DD')
set cbrange [-3:3]
plot $table_3 using 1:2:(0.485):(0.485):3 with boxxyerror fillcolor palette notitle, \
  $table_3 using (1 ? $1 : NaN):2:(gprintf('%.0f', $3)) with labels font ',13' textcolor rgb 'black' notitle

unset multiplot
