# 001-15: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-15.gp > 001-15.svg
#   gnuplot -d -e "drawing='png'" 001-15.gp > 001-15.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 5055689fe527c5bcb4fa337a02adc31bf4084484db6007339b756209f77ee5c3

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 925,389 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_15'
if (drawing eq 'png') set terminal pngcairo size 1850,778 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 9.635416666666666,4.052083333333333 font 'sans-serif,13' noenhanced fontscale 0.75

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

$panel_1 << EOD
# epoch training validation
0 37.34273815705725 37.233823153366515
1 66.3095118859609 2.220757026664527
2 2.16422033812205 2.111908593594627
3 2.204192098426819 2.1784128798382723
4 2.169730257733663 2.170316073767708
5 2.1534328530629474 2.158005980207124
EOD
$panel_2 << EOD
# epoch training validation
0 0.07121666666666666 0.0713
1 0.14218333333333333 0.1412
2 0.21776666666666666 0.22
3 0.15861666666666666 0.1584
4 0.1535 0.152
5 0.16321666666666668 0.1625
EOD

set multiplot layout 1,2 title 'SGD on unscaled pixels (0…255), batch 32, learning rate 0.01' font ',17' margins screen 0.106,0.95892,0.22198,0.81324 spacing screen 0.11681,0.18213
set label 1 'run 5055689fe527' at screen 0.98486, screen 0.02982 right font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'loss (nats)'
set key at screen 0.08438, screen 0.91093 left top vertical maxrows 1
set xrange [-0.5:5.5]; set xtics 1; set format x '%.0f'
set yrange [0:80]; set ytics 20; set format y '%.0f'
plot $panel_1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' using 1:3 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label; unset key
set ylabel 'accuracy'
set xrange [-0.5:5.5]; set xtics 1; set format x '%.0f'
set yrange [5:25]; set ytics 5; set format y '%.0f %%'
plot $panel_2 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' using 1:(100*$3) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset multiplot
