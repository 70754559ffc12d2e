# 004-24: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 004-24.gp > 004-24.svg
#   gnuplot -d -e "drawing='png'" 004-24.gp > 004-24.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run c93ef7e0510ff9f1c5915cd37ca9b32a120dc288b3687ff77c7ec9c579d888d9

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 996,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_004_24'
if (drawing eq 'png') set terminal pngcairo size 1992,794 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 10.375,4.135416666666667 font 'sans-serif,13' noenhanced fontscale 0.75

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
0 2.3956978921592538 2.3954959136056484
1 0.7293894164023861 0.5410050344484696
2 0.48623461319554234 0.5978499334855624
3 0.43321944254059946 0.4328471923697267
4 0.39554372064528925 0.46647618821615316
5 0.36883596806756913 0.4137093361824728
6 0.35048470939359355 0.4457714861268466
7 0.3285654628469098 0.34603631174304345
8 0.31446930785332955 0.37693173053291007
EOD
$panel_2 << EOD
# epoch training validation
0 0.10014190147982972 0.09300291545189504
1 0.7301844719237787 0.7909620991253644
2 0.8182647476180823 0.7892128279883381
3 0.834887492398135 0.8422740524781341
4 0.8548550577741739 0.8352769679300291
5 0.8635718629637138 0.853935860058309
6 0.8660044597607947 0.8376093294460641
7 0.8795864585444962 0.8772594752186589
8 0.8840462193391445 0.860932944606414
EOD

set multiplot layout 1,2 title 'The CNN with augmentation, loss and accuracy' font ',17' margins screen 0.10628,0.93394,0.23766,0.817 spacing screen 0.14423,0.19861
set label 1 'run c93ef7e0510f' at screen 0.98594, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'One seed: another one gives other numbers.' at screen 0.01406, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set key at screen 0.08619, screen 0.91272 left top vertical maxrows 1
set xrange [-0.5:12.5]; set xtics 2; set format x '%.0f'
set yrange [0:0.8]; set ytics 0.2; set format y '%.1f'
set label '0.314' at graph 1.01765, graph 0.39309 left font ',10.5' textcolor rgb '#0072B2'
set label '0.377' at graph 1.01765, graph 0.47116 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_1 every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:3 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:3 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label; unset key
set ylabel 'accuracy'
set xrange [-0.5:12.5]; set xtics 2; set format x '%.0f'
set yrange [70:100]; set ytics 10; set format y '%.0f %%'
set label '88.4 %' at graph 1.01765, graph 0.61349 left font ',10.5' textcolor rgb '#0072B2'
set label '86.1 %' at graph 1.01765, graph 0.53644 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_2 every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$3) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$3) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset multiplot
