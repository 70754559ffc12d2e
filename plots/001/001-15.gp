# 001-15: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-15.gp > 001-15.svg
#   gnuplot -d -e "drawing='png'" 001-15.gp > 001-15.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 5055689fe527c5bcb4fa337a02adc31bf4084484db6007339b756209f77ee5c3
# run baa3e6380dcc1c8ef8fd5bcdb94119aabd91092ea898833ed1da8b14ff882b77
# run 75b26e2cd783063362cb74d197b74288642f109140838b9411e8c7d5b4a8868a
# run 422ca6b5d6743a4e4e9a042083bcd3b1bc5674ad5e899073466870fc413cb3a0
# run e8303244453098c4bbdfd3eb52d94dacaccb13ce65ab0141effe95de56e780b3

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 980,412 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_15'
if (drawing eq 'png') set terminal pngcairo size 1960,824 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 10.208333333333334,4.291666666666667 font 'sans-serif,13' noenhanced fontscale 0.75

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
0 37.34273815705725 33.39054056809538 55.44371798545286 37.233823153366515 33.12223998320945 55.69454300452736
1 46.151204558944706 27.037282692082723 128.55023107147215 2.220757026664527 2.1385979568440705 2.4813390136868545
2 2.2277371797561645 2.16422033812205 2.2934786485672 2.259173686277475 2.111908593594627 2.2660269975324665
3 2.2381898522694907 2.204192098426819 2.254678271738688 2.208085236313632 2.1784128798382723 2.69834531030613
4 2.2239374797821045 2.169730257733663 2.31160649617513 2.241330118921818 2.169132633847063 2.2858848303228765
5 2.229255483945211 2.1534328530629474 2.287314484914144 2.235082926169682 2.14498163155589 2.3037607778310774
EOD
$panel_2 << EOD
# epoch training training lower training upper validation validation lower validation upper
0 0.10911666666666667 0.07121666666666666 0.12423333333333333 0.1079 0.0713 0.1243
1 0.1499 0.11565 0.17263333333333333 0.1495 0.1148 0.1713
2 0.12795 0.11931666666666667 0.21776666666666666 0.1273 0.1181 0.22
3 0.15231666666666666 0.11505 0.16171666666666668 0.1477 0.114 0.1608
4 0.12835 0.1111 0.16298333333333334 0.1272 0.1104 0.1633
5 0.1333 0.10018333333333333 0.16398333333333334 0.1327 0.1 0.163
EOD

set multiplot layout 1,2 title 'SGD on unscaled pixels (0…255), batch 32, learning rate 0.01' font ',17' margins screen 0.10005,0.93286,0.22846,0.78671 spacing screen 0.13862,0.22834
set label 1 '5 runs' at screen 0.98571, screen 0.02816 right font ',9.5' textcolor rgb '#777777'
set label 2 'Median and range of 5 seeds.' at screen 0.01429, screen 0.02816 left font ',9.5' textcolor rgb '#777777'

set x2label 'above the axis: training 46.2 in epoch 1' textcolor rgb '#D55E00'
set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set key at screen 0.07964, screen 0.9159 left top vertical maxrows 1
set xrange [-0.5:5.5]; set xtics 1; set format x '%.0f'
set yrange [2:2.6]; set ytics 0.2; set format y '%.1f'
set label '2.23' at graph 1.01765, graph 0.35869 left font ',10.5' textcolor rgb '#0072B2'
set label '2.24' at graph 1.01765, graph 0.41521 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_1 every ::1 using 1:3:4 with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:6:7 with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:5 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:5 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label; unset key
set x2label ''
set ylabel 'accuracy'
set xrange [-0.5:5.5]; set xtics 1; set format x '%.0f'
set yrange [10:25]; set ytics 5; set format y '%.0f %%'
set label '13.3 %' at graph 1.01765, graph 0.24826 left font ',10.5' textcolor rgb '#0072B2'
set label '13.3 %' at graph 1.01765, graph 0.19174 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_2 every ::1 using 1:(100*$3):(100*$4) with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:(100*$6):(100*$7) with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$5) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$5) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset multiplot
