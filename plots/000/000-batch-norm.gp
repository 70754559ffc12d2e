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
0 2.3572 2.3541 2.4505 2.3585 2.352 2.4559 NaN NaN NaN
1 0.21059 0.20975 0.21118 0.11765 0.11649 0.11977 NaN NaN NaN
2 0.090695 0.089254 0.090752 0.097716 0.094201 0.10083 NaN NaN NaN
3 0.062774 0.06128 0.062775 0.08747 0.081187 0.090227 NaN NaN NaN
4 0.046643 0.045243 0.049534 0.080782 0.077121 0.086847 NaN NaN NaN
5 0.038096 0.037184 0.038276 0.079652 0.073605 0.086807 0.089782 0.082117 0.093793
EOD
$panel_2 << EOD
# epoch training training lower training upper validation validation lower validation upper test test lower test upper
0 0.092375 0.085187 0.10106 0.089417 0.0875 0.10242 NaN NaN NaN
1 0.9724 0.97235 0.97285 0.96425 0.963 0.9645 NaN NaN NaN
2 0.98015 0.97994 0.9811 0.96967 0.96783 0.971 NaN NaN NaN
3 0.98556 0.98492 0.98846 0.97242 0.972 0.97408 NaN NaN NaN
4 0.98917 0.98894 0.99119 0.97425 0.97283 0.97667 NaN NaN NaN
5 0.99113 0.9884 0.99185 0.97542 0.97383 0.97758 0.9747 0.9714 0.9752
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
