# 000-batch-norm: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 000-batch-norm.gp > 000-batch-norm.svg
#   gnuplot -d -e "drawing='png'" 000-batch-norm.gp > 000-batch-norm.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 45230312d2c8d232095159f434e28854799de103e977c9354298430e7840d1ab
# run f493f073f3cf9595c333ead6dd66b71661e09bf121f0ea7e660bf19edd38566e
# run 61be5bd4eb8ce7caa5747062d022ce53a446f522005a5b6e8a32bfc9207c6987

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 996,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_000_batch_norm'
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
0 2.357196394549062 2.3540590527616443 2.45051568518579 2.3584946528275808 2.352047991504272 2.4558638646900652 NaN NaN NaN
1 0.21058606088285645 0.20975473599880934 0.21118386269112427 0.11765111239643969 0.116490804809175 0.11976719649702947 NaN NaN NaN
2 0.09069534904758135 0.08925443780049681 0.09075167778072257 0.09771556868285385 0.09420108203570836 0.10082987763797108 NaN NaN NaN
3 0.06277374897524715 0.06127968376502395 0.06277512840647251 0.08747014123737129 0.08118670247773126 0.09022723443038713 NaN NaN NaN
4 0.04664265524502843 0.04524304657522589 0.049533843346871435 0.08078178748105493 0.07712133957188982 0.08684689432728152 NaN NaN NaN
5 0.038095873929404965 0.03718434305240711 0.03827648883747558 0.0796524651501884 0.07360499327548906 0.08680687122250721 0.08978230584074837 0.08211685098491929 0.09379316556318902
EOD
$panel_2 << EOD
# epoch training training lower training upper validation validation lower validation upper test test lower test upper
0 0.092375 0.0851875 0.1010625 0.08941666666666667 0.0875 0.10241666666666667 NaN NaN NaN
1 0.9723958333333333 0.9723541666666666 0.9728541666666667 0.96425 0.963 0.9645 NaN NaN NaN
2 0.9801458333333334 0.9799375 0.9811041666666667 0.9696666666666667 0.9678333333333333 0.971 NaN NaN NaN
3 0.9855625 0.9849166666666667 0.9884583333333333 0.9724166666666667 0.972 0.9740833333333333 NaN NaN NaN
4 0.9891666666666666 0.9889375 0.9911875 0.97425 0.9728333333333333 0.9766666666666667 NaN NaN NaN
5 0.991125 0.9883958333333334 0.9918541666666667 0.9754166666666667 0.9738333333333333 0.9775833333333334 0.9747 0.9714 0.9752
EOD

set multiplot layout 1,2 title 'Loss with batch normalization, as the program runs' font ',17' margins screen 0.10628,0.93394,0.23766,0.817 spacing screen 0.14423,0.19861
set label 1 'runs 45230312d2c8 f493f073f3cf 61be5bd4eb8c' at screen 0.98594, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'Median and range of 3 seeds.' at screen 0.01406, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set key at screen 0.08619, screen 0.91272 left top vertical maxrows 1
set xrange [-0.5:5.5]; set xtics 1; set format x '%.0f'
set yrange [0:0.4]; set ytics 0.1; set format y '%.1f'
set label '0.0381' at graph 1.01765, graph 0.09524 left font ',10.5' textcolor rgb '#0072B2'
set label '0.0797' at graph 1.01765, graph 0.18353 left font ',10.5' textcolor rgb '#D55E00'
set label '0.0898' at graph 1.01765, graph 0.24005 left font ',10.5' textcolor rgb '#009E73'
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
set label '99.1 %' at graph 1.01765, graph 0.91125 left font ',10.5' textcolor rgb '#0072B2'
set label '97.5 %' at graph 1.01765, graph 0.77884 left font ',10.5' textcolor rgb '#D55E00'
set label '97.5 %' at graph 1.01765, graph 0.72232 left font ',10.5' textcolor rgb '#009E73'
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
