# 001-23: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-23.gp > 001-23.svg
#   gnuplot -d -e "drawing='png'" 001-23.gp > 001-23.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run a097c0ca300843c786662ffd72d773f088181790e174fa050e199a98ab4df0ea
# run 2ea0723dd52c864ebc3a1d40159d9dc26c4253638ace328e1d0e85d1504d4ca4
# run 2dbd3cd8bcd793c69292e2d33a3597c36a60adcd90aee12310e19bde138583d6
# run 9a82ab2e64e57894b9f8da8f3922f94508fce6d7ee6a7b40e585348014c988f0
# run e179a3f5476d7e2cde6cfefd1506d186dccc37acb528e9031ad32e5eb0ddf22a

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 996,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_23'
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
# epoch training training lower training upper validation validation lower validation upper
0 2.3164 2.2957 2.3208 2.3162 2.2954 2.3211
1 2.9418 2.5627 3.0607 1.7377 1.548 2.0001
2 1.9726 1.5092 2.0133 2.0526 1.4215 2.224
3 1.9777 1.4838 2.2392 2.051 1.4577 2.3823
4 2.0923 1.5472 2.2641 2.0676 1.5242 2.2255
5 2.0524 1.5526 2.264 2.0453 1.4354 2.2263
6 2.0361 1.5688 2.2378 2.0565 1.4884 2.3585
7 2.0332 1.5817 2.2314 2.0779 1.5451 2.311
8 2.0522 1.635 2.244 2.0324 1.4778 2.2365
9 2.0511 1.5351 2.2296 2.0355 1.4638 2.2004
10 2.061 1.5595 2.2369 2.0307 1.5399 2.2369
EOD
$panel_2 << EOD
# epoch training training lower training upper validation validation lower validation upper
0 0.10552 0.075283 0.1168 0.1056 0.0736 0.1162
1 0.35785 0.22413 0.37107 0.3578 0.2232 0.3668
2 0.2077 0.14682 0.4133 0.2064 0.1477 0.4082
3 0.20022 0.11782 0.36932 0.2003 0.12 0.3654
4 0.21275 0.13653 0.35018 0.213 0.1376 0.3465
5 0.2007 0.13113 0.39948 0.199 0.1327 0.3946
6 0.19802 0.1432 0.39628 0.1968 0.1447 0.3926
7 0.20225 0.13987 0.37162 0.2015 0.1411 0.3678
8 0.2002 0.13068 0.4032 0.2001 0.1318 0.3978
9 0.20222 0.14278 0.3898 0.2019 0.1434 0.3863
10 0.21403 0.1341 0.38835 0.2123 0.1346 0.3831
EOD

set multiplot layout 1,2 title 'Adam with a high learning rate, 0.1' font ',17' margins screen 0.10628,0.93394,0.23766,0.817 spacing screen 0.14423,0.19861
set label 1 '5 runs' at screen 0.98594, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'Median and range of 5 seeds.' at screen 0.01406, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set key at screen 0.08619, screen 0.91272 left top vertical maxrows 1
set xrange [-0.5:10.5]; set xtics 2; set format x '%.0f'
set yrange [0:4]; set ytics 1; set format y '%.0f'
set label '2.06' at graph 1.01765, graph 0.53972 left font ',10.5' textcolor rgb '#0072B2'
set label '2.03' at graph 1.01765, graph 0.4832 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_1 every ::1 using 1:3:4 with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:6:7 with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:5 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:5 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label; unset key
set ylabel 'accuracy'
set xrange [-0.5:10.5]; set xtics 2; set format x '%.0f'
set yrange [0:100]; set ytics 20; set format y '%.0f %%'
set label '21.4 %' at graph 1.01765, graph 0.24143 left font ',10.5' textcolor rgb '#0072B2'
set label '21.2 %' at graph 1.01765, graph 0.18491 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_2 every ::1 using 1:(100*$3):(100*$4) with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:(100*$6):(100*$7) with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$5) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$5) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset multiplot
