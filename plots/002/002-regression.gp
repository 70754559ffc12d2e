# 002-regression: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 002-regression.gp > 002-regression.svg
#   gnuplot -d -e "drawing='png'" 002-regression.gp > 002-regression.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 7aaaa66afb02ecd7683b34437378532a5cb000b17e483adb9268fb87f82cbd30
# run a64d4778f736d4cf02ca0c5cd03101a84a85c68282ebed9e2e511f24c4097695
# run b0c0d48025584ca35653d7af393deff06a297fcbe739cf122198ca5b915ff980
# run 735f32d29d03ee8ae67d0f95c6326c1a02ec51ef8800af73f8213c124a4b8eee
# run 79d001564571df10ac59cd42d65bb0ddfe3f51b24500eefa9f114e6f7c21b374
# run 76dffed06c061375a7c2c845a88a07eca8c3269ab4807a535dc812c3f3dba6bd
# run 28960ace0217a817131fceac7067a7aca7592f9b02f1537ad0eb45650abc17e0
# run 1a8f14cb22de6c1c2bb87f766fe5d140dd4f2273d8642fc0bf05361023d755a8
# run 71019f4c8bb682cff672980671c05277ac1013ffd765cf86d781947c35aafd9b
# run cb649ca3c1e87618d93644aadd2e5fb8c1b53b4c854683bfa638d3866a5aed21

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 641,492 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_002_regression'
if (drawing eq 'png') set terminal pngcairo size 1282,984 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 6.677083333333333,5.125 font 'sans-serif,13' noenhanced fontscale 0.75

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
# x training test overfitting overfitting lower overfitting upper dropout dropout lower dropout upper
-1 -0.68802 -0.83429 -0.679 -0.69756 -0.62407 -0.57584 -0.72613 -0.46183
-0.8947368264198303 -0.59246 -0.41489 -0.6013 -0.64001 -0.58744 -0.60148 -0.758 -0.49237
-0.7894736528396606 -0.63035 -0.71159 -0.63039 -0.63973 -0.594 -0.62979 -0.8221 -0.53979
-0.6842105388641357 -0.78398 -0.49513 -0.78837 -0.79467 -0.76403 -0.69543 -0.8839 -0.63956
-0.5789473652839661 -1.0302 -0.6405 -0.98445 -1.0324 -0.94379 -0.7289 -0.87109 -0.6745
-0.4736841917037964 -0.71097 -0.73463 -0.72396 -0.79376 -0.70782 -0.67635 -0.76161 -0.59894
-0.3684210479259491 -0.61995 -0.45799 -0.61055 -0.6266 -0.55799 -0.55882 -0.58501 -0.47283
-0.2631579041481018 -0.48267 -0.43839 -0.44137 -0.46659 -0.40157 -0.37744 -0.43305 -0.33377
-0.15789473056793213 0.15078 0.29825 0.0065975 -0.045322 0.12657 -0.22619 -0.28849 -0.19295
-0.052631571888923645 -0.48965 0.13108 -0.23741 -0.45658 -0.053557 -0.14312 -0.17846 -0.11108
0.052631571888923645 0.29647 -0.30339 0.10123 -0.018911 0.26123 -0.11334 -0.13229 -0.081999
0.15789473056793213 -0.4537 0.10346 -0.43238 -0.4413 -0.3324 -0.068967 -0.10761 -0.044124
0.2631579041481018 0.36087 0.15149 0.36498 0.33754 0.37115 0.26417 0.11657 0.30898
0.3684210479259491 0.90437 0.34376 0.89861 0.88232 0.90904 0.6949 0.49537 0.74391
0.4736841917037964 0.76596 0.4361 0.79782 0.76743 0.82372 0.75098 0.51197 0.80744
0.5789473652839661 0.70593 1.3222 0.76075 0.73947 0.79392 0.80006 0.50906 0.82057
0.6842105388641357 0.83827 0.72072 0.74155 0.71104 0.76412 0.83303 0.51146 0.85593
0.7894736528396606 0.61351 1.0935 0.68733 0.67291 0.73649 0.86188 0.53584 0.92537
0.8947368264198303 0.94062 1.1338 0.90543 0.8903 0.94823 0.91883 0.57898 1.0135
1 1.0819 0.84365 1.1097 1.0952 1.1499 1.0044 0.63511 1.1022
EOD

set multiplot layout 1,1 title 'Test predictions of a network that overfits and of one with'.LF.'dropout' font ',17' margins screen 0.12863,0.94072,0.19248,0.80224 spacing screen 0.14423,0.16026
set label 1 '10 runs' at screen 0.97816, screen 0.02358 right font ',9.5' textcolor rgb '#777777'
set label 2 'Median and range of 5 seeds.' at screen 0.02184, screen 0.02358 left font ',9.5' textcolor rgb '#777777'

set xlabel 'x'
set ylabel 'y'
set key at screen 0.09743, screen 0.87947 left top vertical maxrows 1
set xrange [-1.04:1.04]; set xtics 0.5; set format x '%.1f'
set yrange [-2:2]; set ytics 1; set format y '%.0f'
plot $panel_1 using 1:5:6 with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' using 1:8:9 with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' using 1:2 with points pointsize 0.8 linetype 2 title 'training', \
  '' using 1:3 with points pointsize 0.8 linetype 1 title 'test', \
  '' using 1:4 with linespoints pointsize 0.3 linetype 2 title 'overfitting', \
  '' using 1:7 with lines dashtype 2 linetype 1 title 'dropout'

unset multiplot
