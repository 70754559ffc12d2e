# 001-27: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-27.gp > 001-27.svg
#   gnuplot -d -e "drawing='png'" 001-27.gp > 001-27.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 6bbd02063a82b81c659fd6d09beba721cd30658c1c2ee69b93a2edb82b5c4908
# run dbba05aa1cf55edf32081407e83cb27dbac9074c8fca4220b43343bc86c729ee
# run ef80cf174b1a95e5af870bc959c9ebfb9caceb8316b68dbd286953fed3788491

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 996,1145 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_27'
if (drawing eq 'png') set terminal pngcairo size 1992,2290 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 10.375,11.927083333333334 font 'sans-serif,13' noenhanced fontscale 0.75

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
# epoch training validation
0 37.343 37.234
1 159.48 2.5023
2 2.5249 2.5217
3 2.3142 2.5093
4 2.3138 2.5089
5 2.3147 2.505
6 2.3151 2.5104
7 2.3141 2.5075
8 2.3155 2.5064
9 2.3148 2.502
10 2.3147 2.5052
EOD
$panel_2 << EOD
# epoch training validation
0 0.071217 0.0713
1 0.10127 0.1013
2 0.10025 0.1
3 0.10027 0.0999
4 0.10005 0.0999
5 0.10027 0.1
6 0.10027 0.0999
7 0.10025 0.1
8 0.10027 0.0999
9 0.10027 0.1
10 0.10025 0.1
EOD
$panel_3 << EOD
# epoch training validation
0 37.343 37.234
1 1.2629 0.55893
2 0.50958 0.50092
3 0.49709 0.51227
4 0.48358 0.54236
5 0.47342 0.52096
6 0.47666 0.52476
7 0.46406 0.55557
8 0.4576 0.50502
9 0.4548 0.50531
10 0.43666 0.50959
EOD
$panel_4 << EOD
# epoch training validation
0 0.071217 0.0713
1 0.8121 0.7933
2 0.83993 0.8231
3 0.8292 0.8118
4 0.82343 0.8057
5 0.84475 0.827
6 0.83295 0.8154
7 0.83385 0.8187
8 0.8553 0.8345
9 0.86185 0.8406
10 0.86307 0.8478
EOD
$panel_5 << EOD
# epoch training validation
0 37.343 37.234
1 2.5743 1.5353
2 1.2272 1.2552
3 0.95969 1.1536
4 0.80376 0.93791
5 0.68702 0.89963
6 0.60955 0.92894
7 0.54528 0.89181
8 0.48838 0.87713
9 0.44843 0.73779
10 0.40697 0.74585
11 0.37622 0.74459
12 0.34714 0.73018
13 0.33056 0.69595
14 0.30342 0.75128
15 0.29303 0.71018
16 0.26574 0.77646
17 0.25738 0.68479
18 0.24206 0.75773
19 0.24122 0.68176
20 0.22194 0.65791
21 0.20725 0.73985
22 0.20534 0.63477
23 0.19787 0.61801
24 0.18437 0.70373
25 0.17683 0.67677
26 0.16693 0.7091
27 0.16166 0.71448
28 0.15247 0.64829
29 0.15355 0.64456
30 0.14792 0.68139
EOD
$panel_6 << EOD
# epoch training validation
0 0.071217 0.0713
1 0.80575 0.7922
2 0.82768 0.8074
3 0.83863 0.8117
4 0.86597 0.8335
5 0.87447 0.8322
6 0.86827 0.8305
7 0.87822 0.8356
8 0.87743 0.8283
9 0.9063 0.8507
10 0.90388 0.8446
11 0.9075 0.8502
12 0.91598 0.8466
13 0.91885 0.8511
14 0.91403 0.848
15 0.9189 0.8471
16 0.90637 0.8394
17 0.93253 0.8542
18 0.9188 0.8453
19 0.93467 0.859
20 0.9471 0.8657
21 0.93257 0.8598
22 0.95442 0.8663
23 0.9586 0.8686
24 0.93442 0.8562
25 0.95052 0.8654
26 0.93793 0.8553
27 0.93417 0.8522
28 0.9585 0.8686
29 0.9629 0.869
30 0.95505 0.86
EOD

set multiplot layout 3,2 title 'Three learning rates on unscaled pixels' font ',17' margins screen 0.10628,0.93394,0.08216,0.89854 spacing screen 0.14423,0.10688
set label 1 'runs 6bbd02063a82 dbba05aa1cf5 ef80cf174b1a' at screen 0.98594, screen 0.01013 right font ',9.5' textcolor rgb '#777777'
set label 2 'One seed: another one gives other numbers.' at screen 0.01406, screen 0.01013 left font ',9.5' textcolor rgb '#777777'

set x2label 'above the axis: training 159 in epoch 1' textcolor rgb '#D55E00'
set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set label 3 'Unscaled input, Adam, learning rate 0.1' at graph -0.27015, graph 1.1675 left font ',14'
set key at screen 0.08619, screen 0.96974 left top vertical maxrows 1
set xrange [-0.6:30.6]; set xtics 5; set format x '%.0f'
set yrange [0:3]; set ytics 1; set format y '%.0f'
set label '2.31' at graph 1.01765, graph 0.77155 left font ',10.5' textcolor rgb '#0072B2'
set label '2.51' at graph 1.01765, graph 0.83508 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_1 every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:3 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:3 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label; unset key
set x2label ''
set ylabel 'accuracy'
set xrange [-0.6:30.6]; set xtics 5; set format x '%.0f'
set yrange [0:100]; set ytics 20; set format y '%.0f %%'
set label '10.0 %' at graph 1.01765, graph 0.12839 left font ',10.5' textcolor rgb '#0072B2'
set label '10.0 %' at graph 1.01765, graph 0.07186 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_2 every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$3) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$3) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label
set ylabel 'cross-entropy (nats)'
set label 3 'Unscaled input, Adam, learning rate 0.001' at graph -0.27015, graph 1.1675 left font ',14'
set xrange [-0.6:30.6]; set xtics 5; set format x '%.0f'
set yrange [0:3]; set ytics 1; set format y '%.0f'
set label '0.437' at graph 1.01765, graph 0.12945 left font ',10.5' textcolor rgb '#0072B2'
set label '0.510' at graph 1.01765, graph 0.18597 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_3 every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:3 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:3 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label
set ylabel 'accuracy'
set xrange [-0.6:30.6]; set xtics 5; set format x '%.0f'
set yrange [0:100]; set ytics 20; set format y '%.0f %%'
set label '86.3 %' at graph 1.01765, graph 0.88369 left font ',10.5' textcolor rgb '#0072B2'
set label '84.8 %' at graph 1.01765, graph 0.82717 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_4 every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$3) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$3) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label
set ylabel 'cross-entropy (nats)'
set label 3 'Unscaled input, Adam, learning rate 0.00001' at graph -0.27015, graph 1.1675 left font ',14'
set xrange [-0.6:30.6]; set xtics 5; set format x '%.0f'
set yrange [0:3]; set ytics 1; set format y '%.0f'
set label '0.148' at graph 1.01765, graph 0.04931 left font ',10.5' textcolor rgb '#0072B2'
set label '0.681' at graph 1.01765, graph 0.22713 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_5 every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:3 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:3 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label
set ylabel 'accuracy'
set xrange [-0.6:30.6]; set xtics 5; set format x '%.0f'
set yrange [0:100]; set ytics 20; set format y '%.0f %%'
set label '95.5 %' at graph 1.01765, graph 0.95505 left font ',10.5' textcolor rgb '#0072B2'
set label '86.0 %' at graph 1.01765, graph 0.86 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_6 every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$3) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$3) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset multiplot
