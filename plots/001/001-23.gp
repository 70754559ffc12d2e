# 001-23: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-23.gp > 001-23.svg
#   gnuplot -d -e "drawing='png'" 001-23.gp > 001-23.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run a097c0ca300843c786662ffd72d773f088181790e174fa050e199a98ab4df0ea

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 925,389 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_23'
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
0 2.3182643191019694 2.318386138534546
1 2.9895409050623574 1.7376704875456173
2 2.013349252065023 2.224007506220453
3 2.2392335034688315 2.2722095617351723
4 2.2640934020996095 2.225535042063902
5 2.217893919944763 2.171457703088453
6 2.20560691502889 2.1971489361929017
7 2.2124125604629516 2.210806116413133
8 2.2079146114349366 2.2365087124916054
9 2.205284727859497 2.200350822209951
10 2.2000218814849855 2.1850425056714515
EOD
$panel_2 << EOD
# epoch training validation
0 0.09143333333333334 0.0927
1 0.3624 0.3596
2 0.14681666666666668 0.1477
3 0.11781666666666667 0.12
4 0.13653333333333334 0.1376
5 0.15616666666666668 0.1565
6 0.1527 0.1524
7 0.14613333333333334 0.1467
8 0.13068333333333335 0.1318
9 0.14278333333333335 0.1434
10 0.15558333333333332 0.1543
EOD

set multiplot layout 1,2 title 'Adam with a high learning rate, 0.1' font ',17' margins screen 0.106,0.95892,0.22198,0.81324 spacing screen 0.11681,0.18213
set label 1 'run a097c0ca3008' at screen 0.98486, screen 0.02982 right font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'loss (nats)'
set key at screen 0.08438, screen 0.91093 left top vertical maxrows 1
set xrange [-0.5:10.5]; set xtics 2; set format x '%.0f'
set yrange [0:3]; set ytics 1; set format y '%.0f'
plot $panel_1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' using 1:3 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label; unset key
set ylabel 'accuracy'
set xrange [-0.5:10.5]; set xtics 2; set format x '%.0f'
set yrange [0:40]; set ytics 10; set format y '%.0f %%'
plot $panel_2 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' using 1:(100*$3) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset multiplot
