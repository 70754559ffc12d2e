# 000-batch-norm-eval: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 000-batch-norm-eval.gp > 000-batch-norm-eval.svg
#   gnuplot -d -e "drawing='png'" 000-batch-norm-eval.gp > 000-batch-norm-eval.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 4f8bd86c4d3820dabe7523189513392d0f2ff9446e3299ca26f718e5993b2eb1
# run df3fcb899aa1d2c7ace465918104afc850f84834c5a06b1702a6e9df368cf271
# run 3289a7e3ff558c2cf5e0220d71e9a82116984a659618988ad829d417086959e9

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 996,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_000_batch_norm_eval'
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
0 2.303698691189289 2.3012572103937465 2.3078077770918606 2.303670263091723 2.3014449930588405 2.3081569035450618 NaN NaN NaN
1 0.20926973879834015 0.20842986511687436 0.2094056331415971 0.104522876356913 0.10399933972417254 0.10551792012477447 NaN NaN NaN
2 0.08870228309246402 0.08840580819733442 0.0895833281353116 0.08465303703320126 0.08410805660358964 0.08924881136883463 NaN NaN NaN
3 0.061137038758955896 0.06094166202967365 0.06154217423436542 0.079160563074013 0.07840720871648149 0.08273416265286451 NaN NaN NaN
4 0.04652958529504637 0.04377579116169363 0.04851796184852719 0.07463010922726575 0.0721881921260824 0.07894403026851662 NaN NaN NaN
5 0.037788861710733423 0.03410975724210342 0.03948495969859262 0.07862631207721166 0.06984138253542775 0.08352528217983737 0.07512275852434791 0.07133531732544679 0.08648574632875382
EOD
$panel_2 << EOD
# epoch training training lower training upper validation validation lower validation upper test test lower test upper
0 0.09416666666666666 0.08604166666666667 0.1180625 0.09416666666666666 0.08541666666666667 0.11508333333333333 NaN NaN NaN
1 0.97775 0.9764166666666667 0.9778125 0.9683333333333334 0.96725 0.9686666666666667 NaN NaN NaN
2 0.9841666666666666 0.9838125 0.9863541666666666 0.9740833333333333 0.9725833333333334 0.9744166666666667 NaN NaN NaN
3 0.9891875 0.9887083333333333 0.9893958333333334 0.9755 0.97475 0.9760833333333333 NaN NaN NaN
4 0.9932083333333334 0.993125 0.9933958333333334 0.9765 0.9760833333333333 0.9790833333333333 NaN NaN NaN
5 0.9932291666666667 0.9905833333333334 0.9937291666666667 0.9769166666666667 0.9748333333333333 0.979 0.9776 0.9742 0.9792
EOD

set multiplot layout 1,2 title 'Loss with batch normalization, as the text says' font ',17' margins screen 0.10628,0.93394,0.23766,0.817 spacing screen 0.14423,0.19861
set label 1 'runs 4f8bd86c4d38 df3fcb899aa1 3289a7e3ff55' at screen 0.98594, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'Median and range of 3 seeds.' at screen 0.01406, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set key at screen 0.08619, screen 0.91272 left top vertical maxrows 1
set xrange [-0.5:5.5]; set xtics 1; set format x '%.0f'
set yrange [0:0.4]; set ytics 0.1; set format y '%.1f'
set label '0.0378' at graph 1.01765, graph 0.09447 left font ',10.5' textcolor rgb '#0072B2'
set label '0.0786' at graph 1.01765, graph 0.22045 left font ',10.5' textcolor rgb '#D55E00'
set label '0.0751' at graph 1.01765, graph 0.16393 left font ',10.5' textcolor rgb '#009E73'
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
set label '99.3 %' at graph 1.01765, graph 0.93229 left font ',10.5' textcolor rgb '#0072B2'
set label '97.7 %' at graph 1.01765, graph 0.74432 left font ',10.5' textcolor rgb '#D55E00'
set label '97.8 %' at graph 1.01765, graph 0.80084 left font ',10.5' textcolor rgb '#009E73'
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
