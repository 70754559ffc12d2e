# 004-07: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 004-07.gp > 004-07.svg
#   gnuplot -d -e "drawing='png'" 004-07.gp > 004-07.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 7a239fe10486db5fbf5bbe5f851ea7ff31fc21eca2eff53b566b9823df104ceb

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 1018,418 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_004_07'
if (drawing eq 'png') set terminal pngcairo size 2036,836 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 10.604166666666666,4.354166666666667 font 'sans-serif,13' noenhanced fontscale 0.75

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
0 0 0
1 0 0
2 0 0
3 0 0
4 0 0
5 0 0
6 0 0
7 0 0
8 0 0
0 1 0
1 1 0
2 1 0
3 1 0
4 1 0
5 1 0
6 1 0
7 1 0
8 1 0
0 2 0
1 2 0
2 2 0
3 2 0
4 2 0
5 2 0
6 2 0
7 2 0
8 2 0
0 3 0
1 3 0
2 3 0
3 3 1
4 3 1
5 3 1
6 3 0
7 3 0
8 3 0
0 4 0
1 4 0
2 4 0
3 4 1
4 4 1
5 4 1
6 4 0
7 4 0
8 4 0
0 5 0
1 5 0
2 5 0
3 5 1
4 5 1
5 5 1
6 5 0
7 5 0
8 5 0
0 6 0
1 6 0
2 6 0
3 6 0
4 6 0
5 6 0
6 6 0
7 6 0
8 6 0
0 7 0
1 7 0
2 7 0
3 7 0
4 7 0
5 7 0
6 7 0
7 7 0
8 7 0
0 8 0
1 8 0
2 8 0
3 8 0
4 8 0
5 8 0
6 8 0
7 8 0
8 8 0
EOD
$table_2 << EOD
# column row value
0 0 0
1 0 0
2 0 0
3 0 0
4 0 0
5 0 0
6 0 0
7 0 0
8 0 0
0 1 0
1 1 0
2 1 0
3 1 0
4 1 0
5 1 0
6 1 0
7 1 0
8 1 0
0 2 0
1 2 0
2 2 1
3 2 2
4 2 3
5 2 2
6 2 1
7 2 0
8 2 0
0 3 0
1 3 0
2 3 2
3 3 4
4 3 6
5 3 4
6 3 2
7 3 0
8 3 0
0 4 0
1 4 0
2 4 3
3 4 6
4 4 9
5 4 6
6 4 3
7 4 0
8 4 0
0 5 0
1 5 0
2 5 2
3 5 4
4 5 6
5 5 4
6 5 2
7 5 0
8 5 0
0 6 0
1 6 0
2 6 1
3 6 2
4 6 3
5 6 2
6 6 1
7 6 0
8 6 0
0 7 0
1 7 0
2 7 0
3 7 0
4 7 0
5 7 0
6 7 0
7 7 0
8 7 0
0 8 0
1 8 0
2 8 0
3 8 0
4 8 0
5 8 0
6 8 0
7 8 0
8 8 0
EOD
$table_3 << EOD
# column row value
0 0 0
1 0 0
2 0 0
3 0 0
4 0 0
5 0 0
6 0 0
7 0 0
8 0 0
0 1 0
1 1 1
2 1 3
3 1 6
4 1 7
5 1 6
6 1 3
7 1 1
8 1 0
0 2 0
1 2 3
2 2 9
3 2 18
4 2 21
5 2 18
6 2 9
7 2 3
8 2 0
0 3 0
1 3 6
2 3 18
3 3 36
4 3 42
5 3 36
6 3 18
7 3 6
8 3 0
0 4 0
1 4 7
2 4 21
3 4 42
4 4 49
5 4 42
6 4 21
7 4 7
8 4 0
0 5 0
1 5 6
2 5 18
3 5 36
4 5 42
5 5 36
6 5 18
7 5 6
8 5 0
0 6 0
1 6 3
2 6 9
3 6 18
4 6 21
5 6 18
6 6 9
7 6 3
8 6 0
0 7 0
1 7 1
2 7 3
3 7 6
4 7 7
5 7 6
6 7 3
7 7 1
8 7 0
0 8 0
1 8 0
2 8 0
3 8 0
4 8 0
5 8 0
6 8 0
7 8 0
8 8 0
EOD

set multiplot layout 1,3 title 'What one value sees through one, two and three convolutions of 3 × 3' font ',17' margins screen 0.02554,0.97446,0.08935,0.82141 spacing screen 0.02358,0.12919
set label 1 'run 7a239fe10486' at screen 0.98625, screen 0.02775 right font ',9.5' textcolor rgb '#777777'

set title 'One convolution'
unset border; unset colorbox; unset xtics; unset grid
unset x2tics; unset ytics
set xrange [-0.5:8.5]; set x2range [-0.5:8.5]; set yrange [8.5:-0.5]
set palette defined (0 '#EEF2F8', 1 '#7FB2DD')
set cbrange [0:1]
plot $table_1 using 1:2:(0.485):(0.485):3 with boxxyerror fillcolor palette notitle, \
  $table_1 using (1 ? $1 : NaN):2:(gprintf('%.0f', $3)) with labels font ',13' textcolor rgb 'black' notitle

unset label
set title 'Two convolutions'
unset border; unset colorbox; unset xtics; unset grid
unset x2tics; unset ytics
set xrange [-0.5:8.5]; set x2range [-0.5:8.5]; set yrange [8.5:-0.5]
set palette defined (0 '#EEF2F8', 1 '#7FB2DD')
set cbrange [0:9]
plot $table_2 using 1:2:(0.485):(0.485):3 with boxxyerror fillcolor palette notitle, \
  $table_2 using (1 ? $1 : NaN):2:(gprintf('%.0f', $3)) with labels font ',13' textcolor rgb 'black' notitle

set title 'Three convolutions'
unset border; unset colorbox; unset xtics; unset grid
unset x2tics; unset ytics
set xrange [-0.5:8.5]; set x2range [-0.5:8.5]; set yrange [8.5:-0.5]
set palette defined (0 '#EEF2F8', 1 '#7FB2DD')
set cbrange [0:49]
plot $table_3 using 1:2:(0.485):(0.485):3 with boxxyerror fillcolor palette notitle, \
  $table_3 using (1 ? $1 : NaN):2:(gprintf('%.0f', $3)) with labels font ',13' textcolor rgb 'black' notitle

unset multiplot
