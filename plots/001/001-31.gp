# 001-31: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-31.gp > 001-31.svg
#   gnuplot -d -e "drawing='png'" 001-31.gp > 001-31.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 839c49b14cad1ff1bc52050c81d270db25a86509aabf835f75a1d0d7a15e23ae
# run 695f6ac05c33e19eda962cc1c9896f09e93207355e8305c23045ed327f0e0465
# run 215973948ad12efa9947a64a4aee066fb6b910c0cd9d02f9bf04ef0e0b4af2fe
# run 19aa8847b4f229d20e760b66dbecf46055073105fecf8fc2b105d3765acf67d3
# run 42e358376862d72bfd5b5afa3f0ffd9970448ebf386614d2d95565ed6d4204c9
# run faf235b0f6fba52d05a70c464fd70366fe1d64609e2dd4e85a1f45278e96262a
# run 8fc9c15c1bf558310f2be8b85748a88cbcfd7a2dd87b5fad30ba9e1c7b1fbbe0
# run 88bdbd8abedf30f262c43b19b496d10c427e7dd587418616e51cdba4eeb8c177
# run 6f71e3ec0dc9325591ae6f9ecd32cebc8e8fb32d972fa63a9a8a163e47d81191

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 980,1100 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_31'
if (drawing eq 'png') set terminal pngcairo size 1960,2200 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 10.208333333333334,11.458333333333334 font 'sans-serif,13' noenhanced fontscale 0.75

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
# epoch training training lower training upper validation validation lower validation upper
0 2.361 2.3535 2.3903 2.3615 2.352 2.3867
1 0.59495 0.59251 0.59683 0.50533 0.49977 0.5224
2 0.4608 0.46029 0.46123 0.47967 0.4776 0.48235
3 0.43459 0.43458 0.43467 0.46302 0.45778 0.47903
4 0.4215 0.42139 0.42247 0.46552 0.46106 0.46853
5 0.41263 0.41222 0.41331 0.45978 0.44913 0.46003
6 0.40672 0.40583 0.40746 0.44849 0.44632 0.49113
7 0.4019 0.40062 0.40263 0.44784 0.44662 0.4495
8 0.39806 0.39767 0.39826 0.4506 0.4456 0.45307
9 0.39418 0.39417 0.39432 0.44707 0.43895 0.45649
10 0.39209 0.39137 0.39304 0.44086 0.44008 0.44314
EOD
$panel_2 << EOD
# epoch training training lower training upper validation validation lower validation upper
0 0.062983 0.0483 0.12432 0.0645 0.0479 0.1266
1 0.8411 0.83408 0.84422 0.8285 0.8212 0.8313
2 0.85018 0.84507 0.8503 0.8322 0.8287 0.8332
3 0.85675 0.84928 0.85743 0.84 0.8328 0.8405
4 0.8544 0.85243 0.85595 0.8366 0.8345 0.8382
5 0.86045 0.85857 0.86332 0.8419 0.84 0.8434
6 0.8628 0.84585 0.86498 0.8433 0.8277 0.8455
7 0.86387 0.8638 0.86658 0.8446 0.8412 0.8463
8 0.86243 0.86242 0.86543 0.8428 0.8423 0.844
9 0.86633 0.86307 0.8696 0.8443 0.8425 0.8482
10 0.86945 0.86603 0.87003 0.8449 0.8448 0.8473
EOD
$panel_3 << EOD
# epoch training training lower training upper validation validation lower validation upper
0 2.3164 2.2995 2.3183 2.3162 2.2991 2.3184
1 0.47377 0.47322 0.47493 0.42026 0.39599 0.43076
2 0.35763 0.35755 0.35777 0.36588 0.36491 0.37593
3 0.32025 0.31999 0.32227 0.36453 0.3582 0.38363
4 0.29574 0.29459 0.29586 0.33508 0.33298 0.35787
5 0.27703 0.27632 0.28009 0.351 0.33614 0.35544
6 0.26307 0.262 0.26474 0.34265 0.32447 0.35184
7 0.24955 0.24808 0.25105 0.33315 0.33198 0.33403
8 0.23859 0.23675 0.23936 0.32814 0.31733 0.32995
9 0.22803 0.22778 0.22911 0.32557 0.31617 0.34372
10 0.2191 0.21843 0.21953 0.33416 0.32626 0.35298
EOD
$panel_4 << EOD
# epoch training training lower training upper validation validation lower validation upper
0 0.10552 0.091433 0.11368 0.1056 0.0927 0.1139
1 0.86185 0.85777 0.87175 0.8452 0.8446 0.8582
2 0.88525 0.88238 0.88842 0.8686 0.8643 0.8704
3 0.88593 0.88102 0.89175 0.8652 0.8606 0.874
4 0.904 0.89515 0.90535 0.8801 0.8732 0.8802
5 0.90118 0.89705 0.90738 0.8747 0.8708 0.8799
6 0.90685 0.90148 0.91063 0.8765 0.8715 0.8816
7 0.9153 0.9147 0.91573 0.8835 0.8824 0.8844
8 0.92068 0.92058 0.92095 0.8867 0.8832 0.8893
9 0.924 0.91995 0.92668 0.8896 0.8806 0.8906
10 0.9255 0.91475 0.92645 0.8885 0.8807 0.8933
EOD
$panel_5 << EOD
# epoch training training lower training upper validation validation lower validation upper
0 2.2994 2.2987 2.3078 2.2992 2.2988 2.308
1 0.47735 0.47621 0.47773 0.44499 0.39558 0.46063
2 0.36145 0.36051 0.36149 0.37877 0.36437 0.38583
3 0.32339 0.32303 0.32528 0.35961 0.35822 0.37654
4 0.29744 0.29689 0.29761 0.34907 0.34035 0.35539
5 0.27978 0.27844 0.28045 0.33574 0.3302 0.34669
6 0.26536 0.2649 0.26539 0.36068 0.33977 0.38173
7 0.25139 0.25088 0.25277 0.34198 0.32901 0.34658
8 0.23908 0.239 0.23913 0.36654 0.34259 0.37253
9 0.22925 0.22851 0.23303 0.33721 0.32866 0.35308
10 0.22106 0.22102 0.22112 0.35057 0.33059 0.36153
EOD
$panel_6 << EOD
# epoch training training lower training upper validation validation lower validation upper
0 0.11072 0.0824 0.1158 0.1106 0.084 0.1177
1 0.8546 0.84945 0.87152 0.8406 0.8343 0.8576
2 0.883 0.88128 0.88643 0.8647 0.8636 0.8721
3 0.88863 0.88393 0.89315 0.8684 0.865 0.8735
4 0.89655 0.89605 0.90493 0.8729 0.8724 0.8804
5 0.90902 0.89965 0.9098 0.8813 0.8761 0.8831
6 0.90425 0.8928 0.90528 0.8753 0.865 0.8783
7 0.91508 0.90953 0.9158 0.884 0.8783 0.8844
8 0.91355 0.91322 0.91433 0.8808 0.8776 0.8822
9 0.92073 0.91717 0.92515 0.8879 0.882 0.8889
10 0.92683 0.9168 0.9304 0.8917 0.8831 0.8951
EOD

set multiplot layout 3,2 title 'No hidden layer, one, and two' font ',17' margins screen 0.10005,0.93286,0.08614,0.90823 spacing screen 0.13862,0.09741
set label 1 '9 runs' at screen 0.98571, screen 0.01055 right font ',9.5' textcolor rgb '#777777'
set label 2 'Median and range of 3 seeds.' at screen 0.01429, screen 0.01055 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set label 3 'No hidden layer' at graph -0.24721, graph 1.1013 left font ',14'
set key at screen 0.07964, screen 0.9685 left top vertical maxrows 1
set xrange [-0.5:10.5]; set xtics 2; set format x '%.0f'
set yrange [0.2:0.6]; set ytics 0.1; set format y '%.1f'
set label '0.392' at graph 1.01765, graph 0.48021 left font ',10.5' textcolor rgb '#0072B2'
set label '0.441' at graph 1.01765, graph 0.60215 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_1 every ::1 using 1:3:4 with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:6:7 with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:5 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:5 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label; unset key
set ylabel 'accuracy'
set xrange [-0.5:10.5]; set xtics 2; set format x '%.0f'
set yrange [80:95]; set ytics 5; set format y '%.0f %%'
set label '86.9 %' at graph 1.01765, graph 0.463 left font ',10.5' textcolor rgb '#0072B2'
set label '84.5 %' at graph 1.01765, graph 0.29933 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_2 every ::1 using 1:(100*$3):(100*$4) with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:(100*$6):(100*$7) with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$5) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$5) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label
set ylabel 'cross-entropy (nats)'
set label 3 'Adam, learning rate 0.001' at graph -0.24721, graph 1.1013 left font ',14'
set xrange [-0.5:10.5]; set xtics 2; set format x '%.0f'
set yrange [0.2:0.6]; set ytics 0.1; set format y '%.1f'
set label '0.219' at graph 1.01765, graph 0.04774 left font ',10.5' textcolor rgb '#0072B2'
set label '0.334' at graph 1.01765, graph 0.3354 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_3 every ::1 using 1:3:4 with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:6:7 with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:5 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:5 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label
set ylabel 'accuracy'
set xrange [-0.5:10.5]; set xtics 2; set format x '%.0f'
set yrange [80:95]; set ytics 5; set format y '%.0f %%'
set label '92.5 %' at graph 1.01765, graph 0.83667 left font ',10.5' textcolor rgb '#0072B2'
set label '88.8 %' at graph 1.01765, graph 0.59 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_4 every ::1 using 1:(100*$3):(100*$4) with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:(100*$6):(100*$7) with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$5) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$5) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label
set ylabel 'cross-entropy (nats)'
set label 3 'Two hidden layers' at graph -0.24721, graph 1.1013 left font ',14'
set xrange [-0.5:10.5]; set xtics 2; set format x '%.0f'
set yrange [0.2:0.6]; set ytics 0.1; set format y '%.1f'
set label '0.221' at graph 1.01765, graph 0.05266 left font ',10.5' textcolor rgb '#0072B2'
set label '0.351' at graph 1.01765, graph 0.37643 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_5 every ::1 using 1:3:4 with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:6:7 with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:5 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:5 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label
set ylabel 'accuracy'
set xrange [-0.5:10.5]; set xtics 2; set format x '%.0f'
set yrange [80:95]; set ytics 5; set format y '%.0f %%'
set label '92.7 %' at graph 1.01765, graph 0.84556 left font ',10.5' textcolor rgb '#0072B2'
set label '89.2 %' at graph 1.01765, graph 0.61133 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_6 every ::1 using 1:(100*$3):(100*$4) with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:(100*$6):(100*$7) with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$5) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$5) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset multiplot
