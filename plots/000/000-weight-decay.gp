# 000-weight-decay: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 000-weight-decay.gp > 000-weight-decay.svg
#   gnuplot -d -e "drawing='png'" 000-weight-decay.gp > 000-weight-decay.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 8e6ab2c1821fbb1f228056ab1a68314f14e5baa21e4b5e330405ba07516a2031
# run b8af677ff9edc5d813527907df75e70695065bf25a981d477aca3c3ff7014049
# run 8904178c0795f5332709fdabb0a6fb242fbea4043fd75ab040b0715fb46c307b

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 996,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_000_weight_decay'
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
1 0.29416284987082086 0.2937274795571963 0.2982232726166646 0.1498096769573625 0.14541655512876775 0.1565605852478556 NaN NaN NaN
2 0.11245739704122146 0.11158548351501425 0.11272174611253043 0.10597703516332554 0.10531184358179534 0.1128036949605108 NaN NaN NaN
3 0.07451658827563126 0.07358939993691942 0.07618147416599094 0.09417619150226599 0.09003935818798933 0.09627788311981612 NaN NaN NaN
4 0.05498281657447417 0.053570087034410484 0.05516027043232073 0.08380435836128622 0.08073726934695541 0.09202642653391285 NaN NaN NaN
5 0.041045338484303404 0.04072097528159308 0.04185503575267891 0.08351259008892557 0.07601012883034898 0.08674831218794431 0.0760216788837271 0.07028911988387888 0.07633774922120043
EOD
$panel_2 << EOD
# epoch training training lower training upper validation validation lower validation upper test test lower test upper
0 0.09416666666666666 0.08604166666666667 0.1180625 0.09416666666666666 0.08541666666666667 0.11508333333333333 NaN NaN NaN
1 0.96175 0.9599583333333334 0.9636041666666667 0.95775 0.95175 0.9590833333333333 NaN NaN NaN
2 0.9777083333333333 0.9749583333333334 0.97775 0.9671666666666666 0.9658333333333333 0.9676666666666667 NaN NaN NaN
3 0.9830625 0.9829583333333334 0.9845833333333334 0.97125 0.9710833333333333 0.9735833333333334 NaN NaN NaN
4 0.9893125 0.9885625 0.9899166666666667 0.9755 0.9729166666666667 0.97625 NaN NaN NaN
5 0.9921041666666667 0.9919583333333334 0.9936041666666666 0.9755833333333334 0.9751666666666666 0.9779166666666667 0.9775 0.9771 0.9783
EOD

set multiplot layout 1,2 title 'Loss with weight decay 0.00001' font ',17' margins screen 0.10628,0.93394,0.23766,0.817 spacing screen 0.14423,0.19861
set label 1 'runs 8e6ab2c1821f b8af677ff9ed 8904178c0795' at screen 0.98594, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'Median and range of 3 seeds.' at screen 0.01406, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set key at screen 0.08619, screen 0.91272 left top vertical maxrows 1
set xrange [-0.5:5.5]; set xtics 1; set format x '%.0f'
set yrange [0:0.4]; set ytics 0.1; set format y '%.1f'
set label '0.0410' at graph 1.01765, graph 0.10261 left font ',10.5' textcolor rgb '#0072B2'
set label '0.0835' at graph 1.01765, graph 0.22768 left font ',10.5' textcolor rgb '#D55E00'
set label '0.0760' at graph 1.01765, graph 0.17116 left font ',10.5' textcolor rgb '#009E73'
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
set label '99.2 %' at graph 1.01765, graph 0.92104 left font ',10.5' textcolor rgb '#0072B2'
set label '97.6 %' at graph 1.01765, graph 0.73716 left font ',10.5' textcolor rgb '#D55E00'
set label '97.8 %' at graph 1.01765, graph 0.79368 left font ',10.5' textcolor rgb '#009E73'
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
