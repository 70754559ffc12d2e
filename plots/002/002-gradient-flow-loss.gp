# 002-gradient-flow-loss: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 002-gradient-flow-loss.gp > 002-gradient-flow-loss.svg
#   gnuplot -d -e "drawing='png'" 002-gradient-flow-loss.gp > 002-gradient-flow-loss.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 460a351bbb88d5ba8ee404d6f52e7dc754d72b53974190e3098969cac954983d
# run 5147ecdb380fab18dfbabcc8ba139bc7aaf599c29d53a159ee0a067b242caa65
# run 44160a08314a10e30d06f685086951391b19ca7235c271cdf674043f1fce3f48
# run 2272cf4a8b5887c25efa7f755e6f9b0110a5b69f905e524d70629e55dc481756
# run 5d3eb4ab9522e1abcfc141b6b46e33c2d21d2a1639c738e560a7f0394d2c2bfe
# run 725732ce481b65b34833894ca66ae1a19f2a12e5f6ab8581684d0f0137b01262

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 996,432 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_002_gradient_flow_loss'
if (drawing eq 'png') set terminal pngcairo size 1992,864 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 10.375,4.5 font 'sans-serif,13' noenhanced fontscale 0.75

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
# epoch sigmoid ReLU ReLU, batch norm ReLU, residual weights too large too large, clipped
0 2.3732594627181687 2.3079901145656905 2.3079902125795684 7.32489940309776 36092.69698985189 36092.69698985189
1 2.3034653668718805 2.3025020912512026 0.7780637485799251 0.5393377942428279 NaN 461.18853784370015
2 2.3025830089410486 2.3013203952358223 0.3078369849653386 0.19417569754140845 NaN 14.90060297055031
3 2.3024450248238373 2.3013177022242597 0.23239178125307694 0.14530809331975225 NaN 4.211469045580069
4 2.3023914192785333 2.3013132782633114 0.18310548663973364 0.11888208790227517 NaN 2.643598117172591
5 2.3025107876832553 2.3013212596938044 0.16225337756992275 0.10159708619557584 NaN 2.1568200811902596
EOD
$panel_2 << EOD
# epoch sigmoid ReLU ReLU, batch norm ReLU, residual weights too large too large, clipped
0 0.0974 0.0982 0.0982 0.0974 0.0974 0.0974
1 0.1135 0.1135 0.9312 0.9348 0.098 0.1537
2 0.1135 0.1135 0.9498 0.9332 0.098 0.1659
3 0.1135 0.1135 0.962 0.9513 0.098 0.1868
4 0.1135 0.1135 0.9639 0.9616 0.098 0.2498
5 0.1135 0.1135 0.9665 0.9628 0.098 0.3291
EOD

set multiplot layout 1,2 title 'Training loss of the same networks' font ',17' margins screen 0.10628,0.93394,0.21788,0.75029 spacing screen 0.14423,0.21777
set label 1 '6 runs' at screen 0.98594, screen 0.02685 right font ',9.5' textcolor rgb '#777777'
set label 2 'One seed: another one gives other numbers.' at screen 0.01406, screen 0.02685 left font ',9.5' textcolor rgb '#777777'

set x2label 'not finite: weights too large from epoch 1 on' textcolor rgb '#D55E00'
set xlabel 'epoch'
set ylabel 'Training cross-entropy (nats)'
set key at screen 0.08619, screen 0.91979 left top vertical maxrows 2
set xrange [-0.5:5.5]; set xtics 1; set format x '%.0f'
set logscale y; set yrange [0.1:500]; set ytics (); set for [k=-12:12] ytics add (power(k) 10.0**k)
set label '2.30' at graph 1.01765, graph 0.42221 left font ',10.5' textcolor rgb '#0072B2'
set label '2.30' at graph 1.01765, graph 0.36569 left font ',10.5' textcolor rgb '#D55E00'
set label '0.162' at graph 1.01765, graph 0.0576 left font ',10.5' textcolor rgb '#009E73'
set label '0.102' at graph 1.01765, graph 0.00108 left font ',10.5' textcolor rgb '#A16F00'
set label '2.16' at graph 1.01765, graph 0.30917 left font ',10.5' textcolor rgb '#8F5575'
plot $panel_1 every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:3 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::0::0 using 1:4 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CD3C0' notitle, \
  '' every ::0::0 using 1:5 with points pointtype 7 pointsize 0.5 linecolor rgb '#F4D48C' notitle, \
  '' every ::0::0 using 1:6 with points pointtype 7 pointsize 0.5 linecolor rgb '#B3DDF5' notitle, \
  '' every ::0::0 using 1:7 with points pointtype 7 pointsize 0.5 linecolor rgb '#E8C3D7' notitle, \
  '' every ::1 using 1:2 with linespoints pointsize 0.3 linetype 1 title 'sigmoid', \
  '' every ::1 using 1:3 with linespoints pointsize 0.3 linetype 2 title 'ReLU', \
  '' every ::1 using 1:4 with linespoints pointsize 0.3 linetype 3 title 'ReLU, batch norm', \
  '' every ::1 using 1:5 with linespoints pointsize 0.3 linetype 4 title 'ReLU, residual', \
  '' every ::1 using 1:6 with linespoints pointsize 0.3 linetype 5 title 'weights too large', \
  '' every ::1 using 1:7 with linespoints pointsize 0.3 linetype 6 title 'too large, clipped'

unset label; unset key; unset logscale
set x2label ''
set ylabel 'Validation accuracy'
set xrange [-0.5:5.5]; set xtics 1; set format x '%.0f'
set yrange [0:100]; set ytics 20; set format y '%.0f %%'
set label '11.3 %' at graph 1.01765, graph 0.16486 left font ',10.5' textcolor rgb '#0072B2'
set label '11.3 %' at graph 1.01765, graph 0.10833 left font ',10.5' textcolor rgb '#D55E00'
set label '96.7 %' at graph 1.01765, graph 0.99291 left font ',10.5' textcolor rgb '#009E73'
set label '96.3 %' at graph 1.01765, graph 0.93639 left font ',10.5' textcolor rgb '#A16F00'
set label '9.8 %' at graph 1.01765, graph 0.05181 left font ',10.5' textcolor rgb '#3C7EA3'
set label '32.9 %' at graph 1.01765, graph 0.3291 left font ',10.5' textcolor rgb '#8F5575'
plot $panel_2 every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$3) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::0::0 using 1:(100*$4) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CD3C0' notitle, \
  '' every ::0::0 using 1:(100*$5) with points pointtype 7 pointsize 0.5 linecolor rgb '#F4D48C' notitle, \
  '' every ::0::0 using 1:(100*$6) with points pointtype 7 pointsize 0.5 linecolor rgb '#B3DDF5' notitle, \
  '' every ::0::0 using 1:(100*$7) with points pointtype 7 pointsize 0.5 linecolor rgb '#E8C3D7' notitle, \
  '' every ::1 using 1:(100*$2) with linespoints pointsize 0.3 linetype 1 title 'sigmoid', \
  '' every ::1 using 1:(100*$3) with linespoints pointsize 0.3 linetype 2 title 'ReLU', \
  '' every ::1 using 1:(100*$4) with linespoints pointsize 0.3 linetype 3 title 'ReLU, batch norm', \
  '' every ::1 using 1:(100*$5) with linespoints pointsize 0.3 linetype 4 title 'ReLU, residual', \
  '' every ::1 using 1:(100*$6) with linespoints pointsize 0.3 linetype 5 title 'weights too large', \
  '' every ::1 using 1:(100*$7) with linespoints pointsize 0.3 linetype 6 title 'too large, clipped'

unset multiplot
