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
0 2.3037 2.3013 2.3078 2.3037 2.3014 2.3082 NaN NaN NaN
1 0.29416 0.29373 0.29822 0.14981 0.14542 0.15656 NaN NaN NaN
2 0.11246 0.11159 0.11272 0.10598 0.10531 0.1128 NaN NaN NaN
3 0.074517 0.073589 0.076181 0.094176 0.090039 0.096278 NaN NaN NaN
4 0.054983 0.05357 0.05516 0.083804 0.080737 0.092026 NaN NaN NaN
5 0.041045 0.040721 0.041855 0.083513 0.07601 0.086748 0.076022 0.070289 0.076338
EOD
$panel_2 << EOD
# epoch training training lower training upper validation validation lower validation upper test test lower test upper
0 0.094167 0.086042 0.11806 0.094167 0.085417 0.11508 NaN NaN NaN
1 0.96175 0.95996 0.9636 0.95775 0.95175 0.95908 NaN NaN NaN
2 0.97771 0.97496 0.97775 0.96717 0.96583 0.96767 NaN NaN NaN
3 0.98306 0.98296 0.98458 0.97125 0.97108 0.97358 NaN NaN NaN
4 0.98931 0.98856 0.98992 0.9755 0.97292 0.97625 NaN NaN NaN
5 0.9921 0.99196 0.9936 0.97558 0.97517 0.97792 0.9775 0.9771 0.9783
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
