# 000-baseline: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 000-baseline.gp > 000-baseline.svg
#   gnuplot -d -e "drawing='png'" 000-baseline.gp > 000-baseline.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run b5c8ed180bd6907ddb2be0a9e96d7fffc7d3199c66cfc4b3bfab29dd9d4e2b4d
# run 858c4494486cddc72edbc7af18758c0d0bb08705903b484b3cc3b77fb308da72
# run f855fecd922c24c4b589ba6272044546286f7c72d30664bb07a83162be9cba53

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 996,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_000_baseline'
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
# epoch training training lower training upper validation validation lower validation upper test test lower test upper
0 2.3036986972441276 2.301257190113266 2.3078078233798345 2.3036702697277067 2.3014449755946793 2.308156952917576 NaN NaN NaN
1 0.2949160646721721 0.29289890313645206 0.29846559291084607 0.1524396181469218 0.14865867648762734 0.15266152948456982 NaN NaN NaN
2 0.11296519783511758 0.11251414516444007 0.11372468480219444 0.10498072544711874 0.10226332694472356 0.111772952398401 NaN NaN NaN
3 0.07259198284956316 0.07247936072014272 0.0757222745589291 0.0944288785874265 0.09155114463707613 0.09858299575566595 NaN NaN NaN
4 0.0553893023248141 0.05237551849894226 0.05572252439179768 0.08088369773350877 0.07949929471128199 0.10480173387166887 NaN NaN NaN
5 0.04018227563239634 0.0384156634202227 0.04104053067183122 0.08224378587148197 0.080589290622348 0.0870403915201644 0.0753241749992408 0.07474158789962951 0.08284004717988747
EOD
$panel_2 << EOD
# epoch training training lower training upper validation validation lower validation upper test test lower test upper
0 0.09416666666666666 0.08604166666666667 0.1180625 0.09416666666666666 0.08541666666666667 0.11508333333333333 NaN NaN NaN
1 0.9611041666666666 0.9609583333333334 0.9622916666666667 0.95725 0.95425 0.95775 NaN NaN NaN
2 0.9785208333333333 0.9747916666666666 0.9790625 0.9691666666666666 0.96525 0.9698333333333333 NaN NaN NaN
3 0.9832916666666667 0.98225 0.9838125 0.9715 0.9709166666666667 0.9728333333333333 NaN NaN NaN
4 0.9900208333333333 0.9836041666666666 0.9903541666666666 0.97475 0.969 0.977 NaN NaN NaN
5 0.9912916666666667 0.9908333333333333 0.992125 0.9755833333333334 0.9739166666666667 0.97725 0.9772 0.9746 0.9772
EOD

set multiplot layout 1,2 title 'Loss of the plain network' font ',17' margins screen 0.10628,0.93394,0.23766,0.817 spacing screen 0.14423,0.19861
set label 1 'runs b5c8ed180bd6 858c4494486c f855fecd922c' at screen 0.98594, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'Median and range of 3 seeds.' at screen 0.01406, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set key at screen 0.08619, screen 0.91272 left top vertical maxrows 1
set xrange [-0.5:5.5]; set xtics 1; set format x '%.0f'
set yrange [0:0.4]; set ytics 0.1; set format y '%.1f'
set label '0.0402' at graph 1.01765, graph 0.10046 left font ',10.5' textcolor rgb '#0072B2'
set label '0.0822' at graph 1.01765, graph 0.22522 left font ',10.5' textcolor rgb '#D55E00'
set label '0.0753' at graph 1.01765, graph 0.1687 left font ',10.5' textcolor rgb '#009E73'
plot $panel_1 every ::1 using 1:3:4 with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:6:7 with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::1 using 1:9:10 with filledcurves fillstyle transparent solid 0.2 noborder linetype 3 notitle, \
  '' every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:5 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::0::0 using 1:8 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CD3C0' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:5 with linespoints pointsize 0.3 linetype 2 title 'validation', \
  '' every ::1 using 1:8 with linespoints pointsize 0.3 linetype 3 title 'test'

unset label; unset key
set ylabel 'accuracy'
set xrange [-0.5:5.5]; set xtics 1; set format x '%.0f'
set yrange [90:100]; set ytics 2; set format y '%.0f %%'
set label '99.1 %' at graph 1.01765, graph 0.91292 left font ',10.5' textcolor rgb '#0072B2'
set label '97.6 %' at graph 1.01765, graph 0.73566 left font ',10.5' textcolor rgb '#D55E00'
set label '97.7 %' at graph 1.01765, graph 0.79218 left font ',10.5' textcolor rgb '#009E73'
plot $panel_2 every ::1 using 1:(100*$3):(100*$4) with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:(100*$6):(100*$7) with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::1 using 1:(100*$9):(100*$10) with filledcurves fillstyle transparent solid 0.2 noborder linetype 3 notitle, \
  '' every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$5) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::0::0 using 1:(100*$8) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CD3C0' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$5) with linespoints pointsize 0.3 linetype 2 title 'validation', \
  '' every ::1 using 1:(100*$8) with linespoints pointsize 0.3 linetype 3 title 'test'

unset multiplot
