# 002-gradient-norms: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 002-gradient-norms.gp > 002-gradient-norms.svg
#   gnuplot -d -e "drawing='png'" 002-gradient-norms.gp > 002-gradient-norms.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 460a351bbb88d5ba8ee404d6f52e7dc754d72b53974190e3098969cac954983d
# run 5147ecdb380fab18dfbabcc8ba139bc7aaf599c29d53a159ee0a067b242caa65
# run 44160a08314a10e30d06f685086951391b19ca7235c271cdf674043f1fce3f48
# run 2272cf4a8b5887c25efa7f755e6f9b0110a5b69f905e524d70629e55dc481756
# run 5d3eb4ab9522e1abcfc141b6b46e33c2d21d2a1639c738e560a7f0394d2c2bfe
# run 725732ce481b65b34833894ca66ae1a19f2a12e5f6ab8581684d0f0137b01262

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 940,449 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_002_gradient_norms'
if (drawing eq 'png') set terminal pngcairo size 1880,898 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 9.791666666666666,4.677083333333333 font 'sans-serif,13' noenhanced fontscale 0.75

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
# layer, counted from the input sigmoid ReLU ReLU, batch norm ReLU, residual weights too large too large, clipped
1 1.0995e-16 2.5791e-08 86.188 27.461 25738 0.072191
2 2.0862e-16 7.344e-09 19.911 2.6019 33344 0.093524
3 1.6208e-15 1.042e-08 15.683 3.4869 37479 0.10512
4 1.367e-14 1.6346e-08 13.595 4.0669 45939 0.12885
5 9.5934e-14 4.0223e-08 10.995 4.6189 53690 0.15059
6 6.6125e-13 8.1277e-08 9.5265 4.3105 59352 0.16647
7 3.6267e-12 2.0543e-07 7.7165 5.5521 73405 0.20589
8 2.608e-11 5.2025e-07 5.7208 5.4784 74067 0.20775
9 1.7132e-10 1.6e-06 4.9859 5.6372 67478 0.18927
10 1.3153e-09 4.7319e-06 4.1169 6.2127 59703 0.16746
11 1.1425e-08 1.2658e-05 3.4153 6.1425 56653 0.1589
12 8.8212e-08 3.3253e-05 2.802 6.28 37594 0.10544
13 5.918e-07 0.00010029 2.3013 6.3779 42745 0.11989
14 3.6083e-06 0.00027804 1.9057 7.8886 47230 0.13247
15 2.8255e-05 0.00071676 1.5266 9.2547 51358 0.14405
16 0.00024877 0.0016862 1.2469 9.1368 54953 0.15413
17 0.0016964 0.0037227 1.0296 10.055 61196 0.17165
18 0.011686 0.0084367 0.82678 12.053 49570 0.13904
19 0.089041 0.019526 0.71658 12.601 60129 0.16865
20 0.67881 0.043238 0.702 43.298 268770 0.75387
EOD
$panel_2 << EOD
# layer, counted from the input sigmoid ReLU ReLU, batch norm ReLU, residual weights too large too large, clipped
1 1.3454e-16 4.5088e-08 5.9275 1.2382 NaN 0.041536
2 2.0586e-16 1.1478e-08 3.8105 0.33747 NaN 0.048857
3 1.4995e-15 1.6075e-08 2.8319 0.33926 NaN 0.064053
4 1.1511e-14 3.0716e-08 2.2671 0.27615 NaN 0.07927
5 8.822e-14 7.8267e-08 1.6555 0.29524 NaN 0.096436
6 6.3365e-13 1.9755e-07 1.4693 0.34739 NaN 0.15532
7 4.2055e-12 4.1838e-07 1.1633 0.34892 NaN 0.23322
8 3.3833e-11 1.041e-06 0.8887 0.30657 NaN 0.19273
9 2.0977e-10 2.7656e-06 0.93232 0.31729 NaN 0.22981
10 1.5091e-09 6.4441e-06 0.98176 0.27717 NaN 0.24631
11 9.8742e-09 2.0185e-05 1.0036 0.24622 NaN 0.38154
12 7.8088e-08 4.8688e-05 1.0906 0.23717 NaN 0.23575
13 5.7061e-07 0.000124 1.0148 0.25439 NaN 0.1975
14 4.4354e-06 0.00036249 1.0622 0.2176 NaN 0.32952
15 3.2918e-05 0.00070728 1.1392 0.23013 NaN 0.33916
16 0.0002342 0.0017049 0.98996 0.18681 NaN 0.14269
17 0.0016236 0.004567 0.97263 0.21137 NaN 0.1892
18 0.011393 0.010339 0.78646 0.22205 NaN 0.092817
19 0.097447 0.037412 0.66829 0.18706 NaN 0.080411
20 0.6874 0.083771 0.35988 0.41669 NaN 0.46045
EOD

set multiplot layout 1,2 title 'Norm of the gradient, layer by layer, of a network of 20 layers' font ',17' margins screen 0.11261,0.95957,0.20947,0.72171 spacing screen 0.12324,0.24755
set label 1 '6 runs' at screen 0.98511, screen 0.02584 right font ',9.5' textcolor rgb '#777777'
set label 2 'One seed: another one gives other numbers.' at screen 0.01489, screen 0.02584 left font ',9.5' textcolor rgb '#777777'

set title 'before training'
set xlabel 'layer, counted from the input'
set ylabel 'norm of the weight''s gradient'
set key at screen 0.09133, screen 0.92283 left top vertical maxrows 2
set xrange [0.5:20.5]; set xtics 5; set format x '%.0f'
set logscale y; set yrange [1e-16:500000]; set ytics (); set for [k=-18:18:3] ytics add (power(k) 10.0**k)
plot $panel_1 using 1:2 with linespoints pointsize 0.5 linetype 1 title 'sigmoid', \
  '' using 1:3 with linespoints pointsize 0.5 linetype 2 title 'ReLU', \
  '' using 1:4 with linespoints pointsize 0.5 linetype 3 title 'ReLU, batch norm', \
  '' using 1:5 with linespoints pointsize 0.5 linetype 4 title 'ReLU, residual', \
  '' using 1:6 with linespoints pointsize 0.5 linetype 5 title 'weights too large', \
  '' using 1:7 with linespoints pointsize 0.5 linetype 6 title 'too large, clipped'

unset label; unset key; unset logscale
set title 'after the last epoch'
set xrange [0.5:20.5]; set xtics 5; set format x '%.0f'
set logscale y; set yrange [1e-16:10]; set ytics (); set for [k=-18:18:3] ytics add (power(k) 10.0**k)
plot $panel_2 using 1:2 with linespoints pointsize 0.5 linetype 1 title 'sigmoid', \
  '' using 1:3 with linespoints pointsize 0.5 linetype 2 title 'ReLU', \
  '' using 1:4 with linespoints pointsize 0.5 linetype 3 title 'ReLU, batch norm', \
  '' using 1:5 with linespoints pointsize 0.5 linetype 4 title 'ReLU, residual', \
  '' using 1:6 with linespoints pointsize 0.5 linetype 5 title 'weights too large', \
  '' using 1:7 with linespoints pointsize 0.5 linetype 6 title 'too large, clipped'

unset multiplot
