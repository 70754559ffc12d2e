# 001-39: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-39.gp > 001-39.svg
#   gnuplot -d -e "drawing='png'" 001-39.gp > 001-39.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run a73bddf098945ab430be60b064f8ed99d57a6bd8fd128a56a291e29518e09000

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 980,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_39'
if (drawing eq 'png') set terminal pngcairo size 1960,794 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 10.208333333333334,4.135416666666667 font 'sans-serif,13' noenhanced fontscale 0.75

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
0 2.3029 2.3029
1 0.5546 1.8035
2 0.39663 2.9255
3 0.35127 3.4607
4 0.32196 8.6354
5 0.29947 5.0373
6 0.28205 6.164
7 0.26568 7.3748
8 0.25111 5.8076
9 0.23785 6.018
10 0.22488 7.6625
11 0.21293 8.2027
12 0.20597 15.733
13 0.19427 7.4264
14 0.18455 12.196
15 0.17606 7.2887
16 0.16879 5.7171
17 0.15986 8.5794
18 0.15201 8.1481
19 0.14467 13.275
20 0.13875 7.4339
21 0.13183 12.097
22 0.12742 14.564
23 0.1213 16.565
24 0.11433 23.671
25 0.11065 9.0382
26 0.10651 21.29
27 0.099363 22.567
28 0.096059 10.342
29 0.093643 20.623
30 0.088682 9.7537
31 0.085731 22.592
32 0.081394 19.037
33 0.079957 31.181
34 0.076529 19.587
35 0.072396 19.091
36 0.070446 12.362
37 0.068106 31.037
38 0.067501 9.0304
39 0.061838 17.883
40 0.059441 36.115
41 0.058208 15.144
42 0.057784 17.384
43 0.055166 8.1214
44 0.054855 10.655
45 0.050397 11.907
46 0.049076 15.128
47 0.046569 20.922
48 0.04669 27.911
49 0.0455 30.027
50 0.044981 15.776
51 0.04367 25.213
52 0.040808 38.186
53 0.040982 23.761
54 0.039528 20.165
55 0.0386 26.922
56 0.038842 12.701
57 0.036678 25.665
58 0.036319 35.038
59 0.035552 23.75
60 0.035008 15.838
61 0.032724 21.275
62 0.032599 38.577
63 0.035029 8.5461
64 0.032454 36.528
65 0.030062 30.835
66 0.031134 35.504
67 0.029561 19.407
68 0.031208 28.665
69 0.028002 34.117
70 0.028673 24.555
71 0.028167 42.524
72 0.0271 14.147
73 0.029149 29.126
74 0.026114 43.574
75 0.027275 9.2038
76 0.026861 16.162
77 0.026262 15.758
78 0.024113 39.086
79 0.026858 10.472
80 0.025038 36.949
81 0.021817 44.432
82 0.025755 3.4658
83 0.023406 10.56
84 0.02299 31.693
85 0.023296 41.907
86 0.01949 15.725
87 0.022707 2.7876
88 0.021597 48.851
89 0.020893 60.041
90 0.024037 9.2831
91 0.020215 17.891
92 0.023211 11.586
93 0.020098 90.613
94 0.022142 9.9208
95 0.018848 27.787
96 0.021035 17.007
97 0.01982 19.346
98 0.019588 23.735
99 0.017881 12.607
100 0.018862 42.191
EOD
$panel_2 << EOD
# epoch training validation
0 0.1 0.1
1 0.48972 0.4771
2 0.38692 0.3801
3 0.42463 0.4128
4 0.17577 0.1713
5 0.38368 0.3709
6 0.2295 0.2285
7 0.27603 0.2697
8 0.42575 0.4162
9 0.27608 0.2666
10 0.21085 0.2068
11 0.52347 0.5083
12 0.11438 0.1148
13 0.34067 0.3302
14 0.20005 0.1959
15 0.37642 0.3692
16 0.55718 0.542
17 0.28955 0.2845
18 0.32652 0.3251
19 0.45368 0.4455
20 0.36655 0.3595
21 0.25357 0.2493
22 0.31953 0.3163
23 0.1906 0.1871
24 0.25058 0.2483
25 0.27103 0.2665
26 0.23802 0.2372
27 0.24327 0.2402
28 0.54243 0.5304
29 0.2301 0.2262
30 0.40505 0.3998
31 0.22828 0.2268
32 0.17255 0.1696
33 0.14022 0.1359
34 0.18547 0.1813
35 0.2054 0.207
36 0.4286 0.4157
37 0.13177 0.1313
38 0.36373 0.3531
39 0.3971 0.3884
40 0.14375 0.1435
41 0.34292 0.3388
42 0.3884 0.376
43 0.44425 0.4332
44 0.44272 0.4353
45 0.34153 0.3354
46 0.24575 0.2423
47 0.23502 0.2278
48 0.15182 0.1476
49 0.12268 0.1221
50 0.38425 0.3682
51 0.21835 0.2167
52 0.15768 0.1541
53 0.18922 0.1847
54 0.34472 0.3359
55 0.12137 0.1219
56 0.4483 0.4311
57 0.30017 0.2924
58 0.19403 0.1924
59 0.34383 0.3385
60 0.45115 0.4397
61 0.29632 0.2924
62 0.11677 0.1156
63 0.55887 0.5449
64 0.16555 0.1665
65 0.11815 0.1154
66 0.18577 0.1773
67 0.37488 0.3626
68 0.29437 0.287
69 0.10917 0.1085
70 0.28672 0.2838
71 0.22773 0.2224
72 0.37337 0.3574
73 0.30485 0.3005
74 0.11398 0.1126
75 0.5485 0.5248
76 0.4417 0.4281
77 0.42705 0.4218
78 0.16388 0.1619
79 0.45288 0.4425
80 0.1923 0.1888
81 0.11342 0.1126
82 0.73668 0.7005
83 0.61382 0.5922
84 0.2357 0.2307
85 0.1457 0.143
86 0.45765 0.4448
87 0.77543 0.7528
88 0.20598 0.2034
89 0.18517 0.1802
90 0.54182 0.524
91 0.27867 0.2727
92 0.48948 0.483
93 0.10843 0.1072
94 0.51618 0.5014
95 0.20148 0.1938
96 0.3295 0.3179
97 0.35732 0.3455
98 0.34118 0.338
99 0.43718 0.4216
100 0.31143 0.3054
EOD

set multiplot layout 1,2 title 'Inputs of at most 0.0001, with batch normalization' font ',17' margins screen 0.10005,0.93286,0.23766,0.817 spacing screen 0.13862,0.19861
set label 1 'run a73bddf09894' at screen 0.98571, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'One seed: another one gives other numbers.' at screen 0.01429, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set key at screen 0.07964, screen 0.91272 left top vertical maxrows 1
set xrange [-2:102]; set xtics 20; set format x '%.0f'
set yrange [0:100]; set ytics 20; set format y '%.0f'
set label '0.0189' at graph 1.01765, graph 0.00019 left font ',10.5' textcolor rgb '#0072B2'
set label '42.2' at graph 1.01765, graph 0.42191 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_1 every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:3 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.5 linetype 1 title 'training', \
  '' every ::1 using 1:3 with lines linetype 2 title 'validation'

unset label; unset key
set ylabel 'accuracy'
set xrange [-2:102]; set xtics 20; set format x '%.0f'
set yrange [0:80]; set ytics 20; set format y '%.0f %%'
set label '31.1 %' at graph 1.01765, graph 0.41378 left font ',10.5' textcolor rgb '#0072B2'
set label '30.5 %' at graph 1.01765, graph 0.35726 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_2 every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$3) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.5 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$3) with lines linetype 2 title 'validation'

unset multiplot
