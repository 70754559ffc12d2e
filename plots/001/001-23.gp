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
0 2.316419879003366 2.2956649812499683 2.3207870063980423 2.3161662598609922 2.295350978541374 2.3211288202404976
1 2.941775996398926 2.562736966260274 3.0607087361335754 1.7376704875456173 1.548001312803953 2.000120369544101
2 1.9725778986612956 1.5091833709398905 2.013349252065023 2.0525664366630614 1.4215026037033782 2.224007506220453
3 1.9777392163594565 1.4837777035077413 2.2392335034688315 2.0509795091372047 1.4577235768788643 2.382299154647624
4 2.0922546876271566 1.5471966881434123 2.2640934020996095 2.0676117723007037 1.5241918864820934 2.225535042063902
5 2.052437550099691 1.552563988049825 2.2640015810012817 2.0452841166381894 1.4353711811355883 2.2262765050691633
6 2.0361060182571413 1.5688309161186218 2.2377828041712444 2.056465693910581 1.4883517502928594 2.3584556220350534
7 2.0332398966471352 1.5816687866846721 2.2313983754475912 2.077925766889994 1.5450525700879705 2.3110156447889043
8 2.052183001772563 1.634992883650462 2.243997822888692 2.0324004314731487 1.4777733291138928 2.2365087124916054
9 2.0510563027064004 1.5351089244524638 2.229560068066915 2.035464825066836 1.4638394623610673 2.200350822209951
10 2.060959031740824 1.5594966355641684 2.2368650802612304 2.030694583629761 1.5399064598827183 2.2369317174026384
EOD
$panel_2 << EOD
# epoch training training lower training upper validation validation lower validation upper
0 0.10551666666666666 0.07528333333333333 0.1168 0.1056 0.0736 0.1162
1 0.35785 0.22413333333333332 0.37106666666666666 0.3578 0.2232 0.3668
2 0.2077 0.14681666666666668 0.4133 0.2064 0.1477 0.4082
3 0.20021666666666665 0.11781666666666667 0.3693166666666667 0.2003 0.12 0.3654
4 0.21275 0.13653333333333334 0.35018333333333335 0.213 0.1376 0.3465
5 0.2007 0.13113333333333332 0.39948333333333336 0.199 0.1327 0.3946
6 0.19801666666666667 0.1432 0.3962833333333333 0.1968 0.1447 0.3926
7 0.20225 0.13986666666666667 0.37161666666666665 0.2015 0.1411 0.3678
8 0.2002 0.13068333333333335 0.4032 0.2001 0.1318 0.3978
9 0.20221666666666666 0.14278333333333335 0.3898 0.2019 0.1434 0.3863
10 0.21403333333333333 0.1341 0.38835 0.2123 0.1346 0.3831
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
