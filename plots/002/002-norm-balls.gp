# 002-norm-balls: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 002-norm-balls.gp > 002-norm-balls.svg
#   gnuplot -d -e "drawing='png'" 002-norm-balls.gp > 002-norm-balls.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 82296a270f3d0fa6fd67de1da1f04a6d33c6dec3d2f1db7cff332df120b6c07b

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 777,449 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_002_norm_balls'
if (drawing eq 'png') set terminal pngcairo size 1554,898 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 8.09375,4.677083333333333 font 'sans-serif,13' noenhanced fontscale 0.75

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

$panel_1_outline_1 << EOD
# w₁ w₂
1 0
0 1
-1 0
0 -1
EOD
$panel_1_contours_1_level_1 << EOD
# w₁ w₂
0.453 1.54
0.348 1.587
0.34 1.648
0.338 1.7
0.423 1.813
0.453 1.836
0.567 1.859
0.644 1.813
0.656 1.7
0.582 1.587
0.567 1.574
0.453 1.54
EOD
$panel_1_contours_1_level_2 << EOD
# w₁ w₂
0.34 1.326
0.236 1.36
0.227 1.365
0.143 1.473
0.119 1.587
0.139 1.7
0.19 1.813
0.227 1.866
0.281 1.927
0.34 1.978
0.453 2.046
0.567 2.075
0.68 2.071
0.759 2.04
0.793 2.016
0.855 1.927
0.878 1.813
0.86 1.7
0.811 1.587
0.793 1.56
0.72 1.473
0.68 1.437
0.567 1.362
0.453 1.328
0.34 1.326
EOD
$panel_1_contours_1_level_3 << EOD
# w₁ w₂
0.113 1.227
0.089 1.247
-0.002 1.36
-0.032 1.473
-0.035 1.587
-0.013 1.7
0 1.736
0.033 1.813
0.102 1.927
0.113 1.941
0.205 2.04
0.227 2.06
0.34 2.143
0.453 2.196
0.567 2.228
0.68 2.237
0.793 2.216
0.907 2.159
0.914 2.153
0.999 2.04
1.02 1.981
1.034 1.927
1.036 1.813
1.014 1.7
0.966 1.587
0.898 1.473
0.793 1.356
0.68 1.271
0.638 1.247
0.567 1.212
0.453 1.176
0.34 1.163
0.227 1.178
0.113 1.227
EOD
$panel_1_contours_1_level_4 << EOD
# w₁ w₂
0 1.002
-0.031 1.02
-0.113 1.086
-0.155 1.133
-0.221 1.247
-0.252 1.36
-0.261 1.473
-0.252 1.587
-0.227 1.704
-0.184 1.813
-0.126 1.927
-0.047 2.04
0 2.097
0.053 2.153
0.113 2.209
0.185 2.267
0.227 2.296
0.34 2.363
0.453 2.411
0.567 2.443
0.68 2.46
0.793 2.458
0.907 2.435
1.02 2.388
1.033 2.38
1.133 2.293
1.156 2.267
1.22 2.153
1.253 2.04
1.262 1.927
1.253 1.813
1.227 1.7
1.184 1.587
1.133 1.485
1.048 1.36
1.02 1.326
0.947 1.247
0.907 1.208
0.816 1.133
0.793 1.117
0.68 1.048
0.567 0.996
0.453 0.962
0.34 0.942
0.227 0.94
0.113 0.959
0 1.002
EOD
$panel_1_contours_1_level_5 << EOD
# w₁ w₂
-0.113 0.77
-0.159 0.793
-0.227 0.836
-0.309 0.907
-0.34 0.942
-0.395 1.02
-0.453 1.144
-0.48 1.247
-0.492 1.36
-0.491 1.473
-0.476 1.587
-0.449 1.7
-0.407 1.813
-0.355 1.927
-0.288 2.04
-0.208 2.153
-0.11 2.267
0 2.37
0.113 2.457
0.168 2.493
0.227 2.529
0.34 2.588
0.453 2.633
0.567 2.665
0.68 2.686
0.793 2.694
0.907 2.687
1.02 2.663
1.133 2.621
1.16 2.607
1.247 2.549
1.308 2.493
1.36 2.432
1.395 2.38
1.449 2.267
1.481 2.153
1.493 2.04
1.491 1.927
1.473 1.799
1.448 1.7
1.407 1.587
1.356 1.473
1.288 1.36
1.207 1.247
1.109 1.133
1.02 1.048
0.907 0.958
0.793 0.882
0.68 0.822
0.567 0.774
0.453 0.74
0.34 0.717
0.227 0.707
0.113 0.711
0 0.731
-0.113 0.77
EOD
$panel_1_contours_1_level_6 << EOD
# w₁ w₂
-0.113 0.448
-0.227 0.481
-0.34 0.532
-0.399 0.567
-0.453 0.605
-0.537 0.68
-0.567 0.712
-0.628 0.793
-0.692 0.907
-0.734 1.02
-0.76 1.133
-0.774 1.247
-0.775 1.36
-0.766 1.473
-0.746 1.587
-0.717 1.7
-0.679 1.813
-0.63 1.927
-0.572 2.04
-0.501 2.153
-0.42 2.267
-0.326 2.38
-0.216 2.493
-0.084 2.607
0 2.67
0.075 2.72
0.113 2.744
0.227 2.807
0.34 2.86
0.453 2.902
0.567 2.936
0.616 2.947
0.68 2.959
0.793 2.973
0.907 2.976
1.02 2.968
1.133 2.948
1.247 2.911
1.36 2.857
1.399 2.833
1.473 2.779
1.537 2.72
1.587 2.663
1.628 2.607
1.692 2.493
1.734 2.38
1.76 2.267
1.774 2.153
1.775 2.04
1.766 1.927
1.746 1.813
1.718 1.7
1.679 1.587
1.63 1.473
1.572 1.36
1.502 1.247
1.42 1.133
1.326 1.02
1.247 0.937
1.133 0.834
1.02 0.745
0.926 0.68
0.793 0.604
0.719 0.567
0.68 0.549
0.567 0.505
0.453 0.469
0.34 0.444
0.227 0.429
0.113 0.424
0 0.43
-0.113 0.448
EOD
$panel_2_outline_1 << EOD
# w₁ w₂
1 0
0.997 0.083
0.986 0.166
0.969 0.246
0.946 0.324
0.917 0.399
0.882 0.471
0.843 0.538
0.8 0.6
0.753 0.658
0.704 0.71
0.653 0.758
0.6 0.8
0.546 0.838
0.492 0.87
0.438 0.899
0.385 0.923
0.332 0.943
0.28 0.96
0.229 0.973
0.18 0.984
0.133 0.991
0.087 0.996
0.043 0.999
0 1
-0.083 0.997
-0.166 0.986
-0.246 0.969
-0.324 0.946
-0.399 0.917
-0.471 0.882
-0.538 0.843
-0.6 0.8
-0.658 0.753
-0.71 0.704
-0.758 0.653
-0.8 0.6
-0.838 0.546
-0.87 0.492
-0.899 0.438
-0.923 0.385
-0.943 0.332
-0.96 0.28
-0.973 0.229
-0.984 0.18
-0.991 0.133
-0.996 0.087
-0.999 0.043
-1 0
-0.997 -0.083
-0.986 -0.166
-0.969 -0.246
-0.946 -0.324
-0.917 -0.399
-0.882 -0.471
-0.843 -0.538
-0.8 -0.6
-0.753 -0.658
-0.704 -0.71
-0.653 -0.758
-0.6 -0.8
-0.546 -0.838
-0.492 -0.87
-0.438 -0.899
-0.385 -0.923
-0.332 -0.943
-0.28 -0.96
-0.229 -0.973
-0.18 -0.984
-0.133 -0.991
-0.087 -0.996
-0.043 -0.999
0 -1
0.083 -0.997
0.166 -0.986
0.246 -0.969
0.324 -0.946
0.399 -0.917
0.471 -0.882
0.538 -0.843
0.6 -0.8
0.658 -0.753
0.71 -0.704
0.758 -0.653
0.8 -0.6
0.838 -0.546
0.87 -0.492
0.899 -0.438
0.923 -0.385
0.943 -0.332
0.96 -0.28
0.973 -0.229
0.984 -0.18
0.991 -0.133
0.996 -0.087
0.999 -0.043
EOD
$panel_2_contours_1_level_1 << EOD
# w₁ w₂
0.453 1.548
0.366 1.587
0.348 1.7
0.433 1.813
0.453 1.829
0.567 1.85
0.629 1.813
0.646 1.7
0.573 1.587
0.567 1.581
0.453 1.548
EOD
$panel_2_contours_1_level_2 << EOD
# w₁ w₂
0.34 1.344
0.292 1.36
0.227 1.397
0.168 1.473
0.141 1.587
0.159 1.7
0.208 1.813
0.227 1.84
0.304 1.927
0.34 1.958
0.453 2.027
0.567 2.057
0.68 2.052
0.71 2.04
0.793 1.983
0.832 1.927
0.857 1.813
0.841 1.7
0.794 1.587
0.698 1.473
0.68 1.457
0.567 1.383
0.503 1.36
0.453 1.345
0.34 1.344
EOD
$panel_2_contours_1_level_3 << EOD
# w₁ w₂
0.227 1.208
0.141 1.247
0.113 1.266
0.036 1.36
0 1.452
-0.006 1.473
-0.01 1.587
0.012 1.7
0.061 1.813
0.113 1.901
0.132 1.927
0.238 2.04
0.34 2.113
0.414 2.153
0.453 2.171
0.567 2.201
0.68 2.208
0.793 2.186
0.857 2.153
0.907 2.115
0.963 2.04
1.005 1.927
1.01 1.813
0.986 1.7
0.94 1.587
0.907 1.53
0.867 1.473
0.793 1.39
0.76 1.36
0.68 1.3
0.567 1.236
0.453 1.202
0.34 1.191
0.227 1.208
EOD
$panel_2_contours_1_level_4 << EOD
# w₁ w₂
0.113 1.001
0.064 1.02
0 1.052
-0.099 1.133
-0.113 1.15
-0.172 1.247
-0.211 1.36
-0.224 1.473
-0.216 1.587
-0.189 1.7
-0.147 1.813
-0.087 1.927
0 2.049
0.113 2.168
0.241 2.267
0.34 2.324
0.453 2.376
0.567 2.407
0.68 2.421
0.793 2.418
0.907 2.393
0.938 2.38
1.02 2.334
1.098 2.267
1.133 2.221
1.173 2.153
1.21 2.04
1.223 1.927
1.215 1.813
1.189 1.7
1.148 1.587
1.086 1.473
1.008 1.36
0.907 1.25
0.793 1.158
0.68 1.087
0.567 1.033
0.529 1.02
0.453 0.998
0.34 0.98
0.227 0.98
0.113 1.001
EOD
$panel_2_contours_1_level_5 << EOD
# w₁ w₂
0 0.786
-0.113 0.832
-0.228 0.907
-0.329 1.02
-0.34 1.037
-0.389 1.133
-0.425 1.247
-0.442 1.36
-0.442 1.473
-0.428 1.587
-0.4 1.7
-0.36 1.813
-0.306 1.927
-0.238 2.04
-0.153 2.153
-0.113 2.199
-0.049 2.267
0 2.313
0.08 2.38
0.113 2.405
0.25 2.493
0.34 2.539
0.453 2.585
0.567 2.618
0.68 2.637
0.793 2.643
0.907 2.634
1.02 2.609
1.133 2.557
1.226 2.493
1.247 2.475
1.328 2.38
1.36 2.327
1.39 2.267
1.425 2.153
1.441 2.04
1.442 1.927
1.427 1.813
1.4 1.7
1.36 1.585
1.305 1.473
1.247 1.373
1.154 1.247
1.05 1.133
1.02 1.105
0.907 1.009
0.793 0.932
0.68 0.871
0.567 0.822
0.478 0.793
0.453 0.786
0.34 0.765
0.227 0.757
0.113 0.763
0 0.786
EOD
$panel_2_contours_1_level_6 << EOD
# w₁ w₂
-0.227 0.556
-0.34 0.616
-0.43 0.68
-0.453 0.7
-0.539 0.793
-0.567 0.832
-0.611 0.907
-0.661 1.02
-0.692 1.133
-0.708 1.247
-0.711 1.36
-0.704 1.473
-0.686 1.587
-0.656 1.7
-0.616 1.813
-0.568 1.927
-0.507 2.04
-0.436 2.153
-0.34 2.282
-0.227 2.407
-0.113 2.513
0 2.604
0.113 2.679
0.227 2.744
0.34 2.798
0.453 2.842
0.567 2.874
0.68 2.897
0.793 2.909
0.907 2.911
1.02 2.9
1.133 2.875
1.247 2.835
1.36 2.772
1.429 2.72
1.473 2.68
1.538 2.607
1.587 2.537
1.612 2.493
1.66 2.38
1.692 2.267
1.709 2.153
1.712 2.04
1.704 1.927
1.685 1.813
1.656 1.7
1.617 1.587
1.568 1.473
1.507 1.36
1.436 1.247
1.352 1.133
1.253 1.02
1.133 0.904
1.02 0.812
0.907 0.734
0.793 0.666
0.68 0.611
0.567 0.565
0.453 0.531
0.34 0.507
0.227 0.492
0.113 0.489
0 0.498
-0.113 0.52
-0.227 0.556
EOD

set multiplot layout 1,2 title 'Contours of a loss meeting the L1 ball and the L2 ball' font ',17' margins screen 0.10097,0.95624,0.18719,0.83307 spacing screen 0.10869,0.22528
set label 1 'run 82296a270f3d' at screen 0.98198, screen 0.02584 right font ',9.5' textcolor rgb '#777777'

set title 'L1: a corner, so w₁ is 0'
set xlabel 'w₁'
set ylabel 'w₂'
set xrange [-2.55:2.55]; set xtics 1; set format x '%.0f'
set yrange [-2.55:2.55]; set ytics 1; set format y '%.0f'
set border 15; unset grid
set label 'smallest loss' at 0.5, 1.7 left offset 0.6,0.5 front point pointtype 7 pointsize 0.7
set label 'smallest within' at 0, 1 left offset 0.6,0.5 front point pointtype 7 pointsize 0.7
plot $panel_1_outline_1 using 1:2 with filledcurves closed linetype 3 fillstyle transparent solid 0.15 border notitle, \
  $panel_1_contours_1_level_1 using 1:2 with lines linewidth 1 linecolor rgb '#1F3F66' notitle, \
  $panel_1_contours_1_level_2 using 1:2 with lines linewidth 1 linecolor rgb '#38577B' notitle, \
  $panel_1_contours_1_level_3 using 1:2 with lines linewidth 1 linecolor rgb '#526F91' notitle, \
  $panel_1_contours_1_level_4 using 1:2 with lines linewidth 1 linecolor rgb '#6B87A6' notitle, \
  $panel_1_contours_1_level_5 using 1:2 with lines linewidth 1 linecolor rgb '#859FBC' notitle, \
  $panel_1_contours_1_level_6 using 1:2 with lines linewidth 1 linecolor rgb '#9FB7D2' notitle

unset label
set title 'L2: both weights are small'
set xrange [-2.55:2.55]; set xtics 1; set format x '%.0f'
set yrange [-2.55:2.55]; set ytics 1; set format y '%.0f'
set border 15; unset grid
set label 'smallest loss' at 0.5, 1.7 left offset 0.6,0.5 front point pointtype 7 pointsize 0.7
set label 'smallest within' at 0.17526677630299495, 0.9845209785090189 left offset 0.6,0.5 front point pointtype 7 pointsize 0.7
plot $panel_2_outline_1 using 1:2 with filledcurves closed linetype 3 fillstyle transparent solid 0.15 border notitle, \
  $panel_2_contours_1_level_1 using 1:2 with lines linewidth 1 linecolor rgb '#1F3F66' notitle, \
  $panel_2_contours_1_level_2 using 1:2 with lines linewidth 1 linecolor rgb '#38577B' notitle, \
  $panel_2_contours_1_level_3 using 1:2 with lines linewidth 1 linecolor rgb '#526F91' notitle, \
  $panel_2_contours_1_level_4 using 1:2 with lines linewidth 1 linecolor rgb '#6B87A6' notitle, \
  $panel_2_contours_1_level_5 using 1:2 with lines linewidth 1 linecolor rgb '#859FBC' notitle, \
  $panel_2_contours_1_level_6 using 1:2 with lines linewidth 1 linecolor rgb '#9FB7D2' notitle

unset multiplot
