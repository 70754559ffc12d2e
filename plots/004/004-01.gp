# 004-01: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 004-01.gp > 004-01.svg
#   gnuplot -d -e "drawing='png'" 004-01.gp > 004-01.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 19503f4bf38295575981a59a5a8cf99de51d5f060c47990ac92db5985ef9e7d1

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 777,479 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_004_01'
if (drawing eq 'png') set terminal pngcairo size 1554,958 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 8.09375,4.989583333333333 font 'sans-serif,13' noenhanced fontscale 0.75

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

$panel_1_contours_1_level_1 << EOD
# w₁ w₂
0.832 0.485
0.797 0.497
0.832 0.51
0.915 0.529
0.998 0.535
1.082 0.529
1.123 0.521
1.2 0.497
1.123 0.474
1.082 0.466
0.998 0.459
0.915 0.466
0.832 0.485
EOD
$panel_1_contours_1_level_2 << EOD
# w₁ w₂
0.665 0.454
0.656 0.456
0.595 0.497
0.653 0.539
0.79 0.563
0.915 0.574
0.998 0.576
1.082 0.574
1.165 0.567
1.248 0.556
1.341 0.539
1.402 0.497
1.343 0.456
1.207 0.432
1.082 0.421
0.998 0.419
0.873 0.424
0.79 0.433
0.665 0.454
EOD
$panel_1_contours_1_level_3 << EOD
# w₁ w₂
0.54 0.367
0.457 0.381
0.312 0.414
0.22 0.456
0.191 0.497
0.217 0.539
0.307 0.581
0.493 0.622
0.623 0.638
0.832 0.652
1.04 0.656
1.248 0.647
1.457 0.627
1.54 0.614
1.684 0.581
1.776 0.539
1.806 0.497
1.779 0.456
1.689 0.414
1.503 0.372
1.373 0.357
1.165 0.342
0.957 0.339
0.748 0.347
0.54 0.367
EOD
$panel_1_contours_1_level_4 << EOD
# w₁ w₂
0.373 0.204
0.207 0.221
0.003 0.247
-0.168 0.279
-0.252 0.298
-0.374 0.331
-0.484 0.372
-0.558 0.414
-0.602 0.456
-0.617 0.497
-0.605 0.539
-0.563 0.581
-0.492 0.622
-0.384 0.664
-0.231 0.706
-0.043 0.742
0.082 0.76
0.29 0.784
0.457 0.798
0.665 0.809
0.873 0.815
1.082 0.815
1.29 0.81
1.498 0.799
1.707 0.783
1.915 0.758
2.04 0.739
2.215 0.706
2.37 0.664
2.48 0.622
2.555 0.581
2.598 0.539
2.614 0.497
2.601 0.456
2.56 0.414
2.488 0.372
2.415 0.344
2.373 0.329
2.227 0.289
2.04 0.253
1.915 0.234
1.748 0.215
1.582 0.2
1.373 0.187
1.165 0.181
0.998 0.179
0.79 0.182
0.582 0.19
0.373 0.204
EOD
$panel_1_contours_1_level_5 << EOD
# w₁ w₂
-1.502 0.097
-1.235 0.039
-0.992 -0.003
-0.691 -0.044
-0.377 -0.078
-0.043 -0.105
0.332 -0.126
0.665 -0.136
0.998 -0.14
1.332 -0.137
1.665 -0.127
1.998 -0.11
2.332 -0.085
2.72 -0.044
3.019 -0.003
3.259 0.039
3.498 0.091

-1.502 0.904
-1.262 0.956
-1.023 0.997
-0.724 1.039
-0.335 1.08
-0.002 1.105
0.332 1.122
0.665 1.132
0.998 1.135
1.332 1.131
1.665 1.121
2.04 1.099
2.373 1.073
2.687 1.039
2.989 0.997
3.231 0.956
3.498 0.898
EOD
$panel_1_contours_1_level_6 << EOD
# w₁ w₂
-1.502 -0.676
-0.918 -0.718
-0.585 -0.737
-0.252 -0.753
0.373 -0.771
0.998 -0.778
1.665 -0.772
2.29 -0.754
2.915 -0.723
3.498 -0.682

-1.502 1.676
-0.918 1.718
-0.293 1.749
0.332 1.767
0.998 1.773
1.623 1.766
2.248 1.747
2.582 1.732
2.915 1.713
3.498 1.671
EOD
$panel_1_path_1 << EOD
# w₁ w₂
-1.002 1.497
-0.86 -0.351
-0.724 1.226
-0.601 -0.12
-0.484 1.028
-0.378 0.048
-0.278 0.884
-0.186 0.171
-0.1 0.779
-0.021 0.26
0.053 0.702
0.121 0.325
0.184 0.647
0.243 0.372
0.298 0.606
0.348 0.406
0.395 0.577
0.438 0.431
0.479 0.555
0.516 0.449
0.551 0.54
0.583 0.462
0.613 0.528
0.641 0.472
0.667 0.52
0.691 0.479
0.713 0.514
0.734 0.484
0.753 0.509
0.771 0.488
0.787 0.506
0.802 0.49
0.816 0.504
0.829 0.492
0.842 0.502
0.853 0.494
0.863 0.501
0.873 0.495
0.882 0.5
0.891 0.495
0.898 0.499
0.906 0.496
0.912 0.499
0.918 0.496
0.924 0.498
0.93 0.497
0.935 0.498
0.939 0.497
0.943 0.498
0.947 0.497
0.951 0.498
0.954 0.497
0.958 0.498
0.961 0.497
0.963 0.498
0.966 0.497
0.968 0.498
0.97 0.497
0.972 0.497
0.974 0.497
0.976 0.497
EOD
$panel_1_path_2 << EOD
# w₁ w₂
-1.002 1.497
0.065 -12.369
EOD
$panel_2_contours_1_level_1 << EOD
# w₁ w₂
0.948 2.28
0.917 2.29
0.907 2.3
0.896 2.332
0.907 2.364
0.916 2.373
0.948 2.384
0.98 2.373
0.99 2.363
1 2.332
0.99 2.3
0.98 2.29
0.948 2.28
EOD
$panel_2_contours_1_level_2 << EOD
# w₁ w₂
0.907 2.232
0.878 2.248
0.865 2.262
0.848 2.29
0.84 2.332
0.848 2.373
0.865 2.402
0.878 2.415
0.907 2.432
0.948 2.441
0.99 2.432
1.018 2.415
1.032 2.402
1.049 2.373
1.057 2.332
1.049 2.29
1.032 2.261
1.019 2.248
0.99 2.231
0.948 2.223
0.907 2.232
EOD
$panel_2_contours_1_level_3 << EOD
# w₁ w₂
0.907 2.115
0.865 2.127
0.823 2.151
0.805 2.165
0.767 2.207
0.744 2.248
0.732 2.29
0.728 2.332
0.732 2.373
0.743 2.415
0.767 2.457
0.804 2.498
0.823 2.514
0.865 2.537
0.907 2.549
0.948 2.552
0.99 2.548
1.032 2.536
1.073 2.513
1.115 2.475
1.129 2.457
1.153 2.415
1.165 2.373
1.169 2.332
1.165 2.29
1.153 2.248
1.13 2.207
1.115 2.187
1.073 2.15
1.032 2.127
0.99 2.115
0.948 2.111
0.907 2.115
EOD
$panel_2_contours_1_level_4 << EOD
# w₁ w₂
0.823 1.908
0.782 1.923
0.74 1.942
0.698 1.968
0.658 1.998
0.615 2.042
0.584 2.082
0.559 2.123
0.539 2.165
0.524 2.207
0.514 2.248
0.508 2.29
0.506 2.332
0.508 2.373
0.514 2.415
0.524 2.457
0.538 2.498
0.558 2.54
0.583 2.582
0.615 2.623
0.657 2.665
0.698 2.697
0.74 2.722
0.782 2.742
0.823 2.756
0.865 2.766
0.907 2.772
0.948 2.774
0.99 2.772
1.032 2.766
1.073 2.756
1.115 2.741
1.157 2.721
1.198 2.696
1.238 2.665
1.282 2.622
1.312 2.582
1.338 2.54
1.357 2.498
1.372 2.457
1.382 2.415
1.388 2.373
1.39 2.332
1.388 2.29
1.383 2.248
1.373 2.207
1.358 2.165
1.339 2.123
1.313 2.082
1.282 2.04
1.24 1.998
1.198 1.967
1.157 1.941
1.115 1.922
1.073 1.907
1.032 1.898
0.99 1.892
0.948 1.89
0.907 1.892
0.865 1.898
0.823 1.908
EOD
$panel_2_contours_1_level_5 << EOD
# w₁ w₂
0.823 1.456
0.74 1.472
0.657 1.497
0.573 1.531
0.49 1.576
0.42 1.623
0.365 1.668
0.323 1.707
0.284 1.748
0.24 1.803
0.192 1.873
0.148 1.957
0.113 2.04
0.089 2.123
0.073 2.207
0.065 2.29
0.064 2.373
0.072 2.457
0.088 2.54
0.112 2.623
0.146 2.707
0.19 2.79
0.24 2.864
0.282 2.915
0.32 2.957
0.365 2.998
0.416 3.04
0.49 3.09
0.573 3.134
0.657 3.168
0.74 3.192
0.823 3.208
0.907 3.216
0.99 3.215
1.073 3.208
1.157 3.191
1.24 3.167
1.323 3.132
1.407 3.088
1.477 3.04
1.532 2.996
1.573 2.957
1.612 2.915
1.657 2.86
1.704 2.79
1.749 2.707
1.783 2.623
1.808 2.54
1.824 2.457
1.832 2.373
1.832 2.29
1.825 2.207
1.809 2.123
1.784 2.04
1.75 1.957
1.706 1.873
1.657 1.8
1.615 1.748
1.573 1.704
1.532 1.665
1.48 1.623
1.407 1.574
1.323 1.53
1.24 1.496
1.157 1.471
1.073 1.455
0.99 1.448
0.907 1.448
0.823 1.456
EOD
$panel_2_contours_1_level_6 << EOD
# w₁ w₂
0.698 0.58
0.615 0.595
0.532 0.613
0.448 0.635
0.365 0.662
0.282 0.694
0.198 0.731
0.115 0.773
0.032 0.82
-0.051 0.873
-0.109 0.915
-0.177 0.968
-0.259 1.04
-0.302 1.082
-0.38 1.165
-0.468 1.274
-0.51 1.332
-0.563 1.415
-0.635 1.545
-0.672 1.623
-0.706 1.707
-0.735 1.79
-0.76 1.873
-0.78 1.957
-0.797 2.04
-0.809 2.123
-0.817 2.207
-0.821 2.332
-0.82 2.415
-0.814 2.498
-0.804 2.582
-0.791 2.665
-0.773 2.748
-0.751 2.832
-0.724 2.915
-0.693 2.998
-0.656 3.082
-0.615 3.165
-0.568 3.248
-0.485 3.373
-0.427 3.449
-0.385 3.499
-0.308 3.582
-0.26 3.628
-0.177 3.701
-0.116 3.748
0.006 3.832
0.073 3.872
0.157 3.917
0.24 3.955
0.323 3.989
0.407 4.018
0.49 4.042
0.573 4.062
0.657 4.078
0.74 4.09
0.823 4.097
0.907 4.101
0.99 4.101
1.073 4.097
1.198 4.083
1.282 4.069
1.365 4.051
1.448 4.028
1.532 4.001
1.615 3.97
1.698 3.933
1.782 3.891
1.865 3.843
1.948 3.79
2.006 3.748
2.073 3.695
2.155 3.623
2.198 3.582
2.276 3.498
2.365 3.389
2.407 3.331
2.46 3.248
2.532 3.119
2.568 3.04
2.602 2.957
2.632 2.873
2.657 2.79
2.677 2.707
2.693 2.623
2.705 2.54
2.713 2.457
2.718 2.332
2.716 2.248
2.711 2.165
2.701 2.082
2.687 1.998
2.669 1.915
2.647 1.832
2.621 1.748
2.589 1.665
2.553 1.582
2.511 1.498
2.464 1.415
2.381 1.29
2.323 1.214
2.282 1.165
2.204 1.082
2.157 1.036
2.073 0.963
2.012 0.915
1.891 0.832
1.823 0.791
1.74 0.747
1.657 0.708
1.573 0.675
1.49 0.646
1.407 0.621
1.323 0.601
1.24 0.586
1.157 0.574
1.073 0.566
0.99 0.562
0.907 0.563
0.823 0.567
0.698 0.58
EOD
$panel_2_path_1 << EOD
# w₁ w₂
-1.052 3.332
0.147 2.735
0.627 2.494
0.82 2.397
0.897 2.358
0.928 2.342
0.94 2.336
EOD

set multiplot layout 1,2 title 'Error surface of two weights, before and after normalization' font ',17' margins screen 0.10097,0.95624,0.17547,0.7809 spacing screen 0.10869,0.21117
set label 1 'run 19503f4bf382' at screen 0.98198, screen 0.02422 right font ',9.5' textcolor rgb '#777777'

set title 'Inputs as they are'
set xlabel 'w₁'
set ylabel 'w₂'
set xrange [-1.5018088592697665:3.4981911407302335]; set xtics 1; set format x '%.0f'
set yrange [-2.002646307885386:2.997353692114614]; set ytics 1; set format y '%.0f'
set border 15; unset grid
set key at screen 0.07523, screen 0.92766 left top vertical maxrows 1
plot $panel_1_contours_1_level_1 using 1:2 with lines linewidth 1 linecolor rgb '#1F3F66' notitle, \
  $panel_1_contours_1_level_2 using 1:2 with lines linewidth 1 linecolor rgb '#38577B' notitle, \
  $panel_1_contours_1_level_3 using 1:2 with lines linewidth 1 linecolor rgb '#526F91' notitle, \
  $panel_1_contours_1_level_4 using 1:2 with lines linewidth 1 linecolor rgb '#6B87A6' notitle, \
  $panel_1_contours_1_level_5 using 1:2 with lines linewidth 1 linecolor rgb '#859FBC' notitle, \
  $panel_1_contours_1_level_6 using 1:2 with lines linewidth 1 linecolor rgb '#9FB7D2' notitle, \
  $panel_1_path_1 using 1:2 with linespoints pointsize 0.4 linetype 2 notitle, \
  $panel_1_path_2 using 1:2 with linespoints pointsize 0.4 linetype 3 notitle, \
  keyentry with linespoints pointsize 0.4 linetype 2 title 'learning rate 0.04', \
  keyentry with linespoints pointsize 0.4 linetype 3 title 'learning rate 0.3'

unset label; unset key
set title 'Inputs normalized'
set xrange [-1.551753174259832:3.448246825740168]; set xtics 1; set format x '%.0f'
set yrange [-0.16819087278678246:4.8318091272132175]; set ytics 1; set format y '%.0f'
set border 15; unset grid
plot $panel_2_contours_1_level_1 using 1:2 with lines linewidth 1 linecolor rgb '#1F3F66' notitle, \
  $panel_2_contours_1_level_2 using 1:2 with lines linewidth 1 linecolor rgb '#38577B' notitle, \
  $panel_2_contours_1_level_3 using 1:2 with lines linewidth 1 linecolor rgb '#526F91' notitle, \
  $panel_2_contours_1_level_4 using 1:2 with lines linewidth 1 linecolor rgb '#6B87A6' notitle, \
  $panel_2_contours_1_level_5 using 1:2 with lines linewidth 1 linecolor rgb '#859FBC' notitle, \
  $panel_2_contours_1_level_6 using 1:2 with lines linewidth 1 linecolor rgb '#9FB7D2' notitle, \
  $panel_2_path_1 using 1:2 with linespoints pointsize 0.4 linetype 3 notitle

unset multiplot
