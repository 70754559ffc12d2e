# 001-37: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-37.gp > 001-37.svg
#   gnuplot -d -e "drawing='png'" 001-37.gp > 001-37.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 05a0eca509719c3934fd0e2a1fcf8a8dd2bf0130878a8eb51b3605e181a3a0eb

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 996,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_37'
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
# epoch training validation
0 2.3029 2.3029
1 1.7758 1.2814
2 1.115 0.99221
3 0.90839 0.84577
4 0.79224 0.76103
5 0.72674 0.7098
6 0.6881 0.68477
7 0.66109 0.65545
8 0.63962 0.65121
9 0.62071 0.62643
10 0.60485 0.61684
11 0.59081 0.60654
12 0.57842 0.59133
13 0.56728 0.59269
14 0.55556 0.58411
15 0.54538 0.56336
16 0.53652 0.54911
17 0.52896 0.54372
18 0.52024 0.54314
19 0.51533 0.5381
20 0.50786 0.52802
21 0.5019 0.51809
22 0.49648 0.52954
23 0.49136 0.5236
24 0.48727 0.51107
25 0.4831 0.51119
26 0.47878 0.50409
27 0.4733 0.49827
28 0.46991 0.49048
29 0.46612 0.50045
30 0.46403 0.5161
31 0.46022 0.49056
32 0.45655 0.48424
33 0.45351 0.48248
34 0.45108 0.47557
35 0.44912 0.49026
36 0.4471 0.47057
37 0.44397 0.47197
38 0.44198 0.47154
39 0.43919 0.4765
40 0.43538 0.46988
41 0.43546 0.46302
42 0.43377 0.47019
43 0.43072 0.46036
44 0.42924 0.45929
45 0.42741 0.45428
46 0.42569 0.46546
47 0.42407 0.45791
48 0.42214 0.46884
49 0.42114 0.45234
50 0.42008 0.45779
51 0.41873 0.46242
52 0.41595 0.45134
53 0.41437 0.458
54 0.41317 0.45528
55 0.41234 0.44763
56 0.41095 0.45259
57 0.41056 0.45044
58 0.40772 0.44445
59 0.4068 0.43319
60 0.40521 0.44434
61 0.40404 0.43895
62 0.40332 0.43787
63 0.40223 0.43751
64 0.39987 0.47695
65 0.39909 0.43912
66 0.39796 0.4362
67 0.3978 0.43522
68 0.39635 0.43587
69 0.39566 0.43774
70 0.39363 0.48022
71 0.39265 0.46171
72 0.39215 0.43502
73 0.39163 0.44591
74 0.39082 0.44135
75 0.38857 0.43768
76 0.38795 0.42116
77 0.38778 0.4338
78 0.38573 0.42629
79 0.38643 0.42372
80 0.38427 0.42479
81 0.38278 0.41911
82 0.38338 0.43017
83 0.38183 0.42073
84 0.38247 0.42724
85 0.37903 0.41363
86 0.37993 0.41531
87 0.37864 0.41296
88 0.37735 0.42098
89 0.3749 0.40801
90 0.37637 0.41092
91 0.37592 0.4095
92 0.37422 0.41945
93 0.37342 0.44029
94 0.37209 0.43208
95 0.37203 0.42757
96 0.37135 0.41415
97 0.36978 0.41168
98 0.36964 0.41042
99 0.36869 0.42943
100 0.36758 0.40652
EOD
$panel_2 << EOD
# epoch training validation
0 0.1 0.1
1 0.54028 0.536
2 0.65385 0.6519
3 0.7096 0.7079
4 0.72922 0.7227
5 0.74702 0.7407
6 0.75542 0.7505
7 0.76463 0.7592
8 0.76648 0.7619
9 0.77733 0.7717
10 0.7826 0.7754
11 0.78633 0.776
12 0.78772 0.7772
13 0.788 0.781
14 0.7975 0.7896
15 0.80895 0.7966
16 0.81208 0.8025
17 0.81667 0.8039
18 0.81175 0.801
19 0.81767 0.8064
20 0.81968 0.8084
21 0.8253 0.8155
22 0.82072 0.8054
23 0.82137 0.8105
24 0.82683 0.8135
25 0.82838 0.8173
26 0.83273 0.8209
27 0.8328 0.8196
28 0.83562 0.823
29 0.83293 0.823
30 0.82515 0.8115
31 0.83823 0.8229
32 0.83927 0.8254
33 0.84023 0.8273
34 0.84317 0.8301
35 0.83472 0.8265
36 0.84387 0.8318
37 0.84433 0.8315
38 0.84227 0.8315
39 0.84275 0.8237
40 0.84423 0.8337
41 0.84615 0.8319
42 0.84175 0.8294
43 0.84935 0.8369
44 0.84913 0.8361
45 0.8515 0.8381
46 0.84678 0.8319
47 0.84957 0.8357
48 0.8439 0.8289
49 0.8516 0.8371
50 0.84933 0.8368
51 0.85065 0.8353
52 0.85337 0.8374
53 0.84947 0.8333
54 0.85115 0.8365
55 0.85512 0.8389
56 0.85302 0.8402
57 0.85317 0.8401
58 0.85765 0.8416
59 0.85995 0.8437
60 0.85483 0.8412
61 0.85867 0.8428
62 0.85728 0.8416
63 0.8586 0.8441
64 0.84435 0.8304
65 0.85865 0.8448
66 0.85885 0.8448
67 0.86097 0.8474
68 0.85698 0.8451
69 0.85785 0.8447
70 0.84253 0.8281
71 0.8465 0.8317
72 0.85777 0.8434
73 0.8531 0.8343
74 0.85763 0.841
75 0.85718 0.8413
76 0.86702 0.8497
77 0.86032 0.845
78 0.86413 0.8488
79 0.86233 0.8493
80 0.86217 0.8463
81 0.86638 0.85
82 0.86255 0.8477
83 0.86608 0.8527
84 0.86253 0.8485
85 0.86608 0.8513
86 0.86823 0.852
87 0.86822 0.8509
88 0.86703 0.8533
89 0.8714 0.8549
90 0.87057 0.8528
91 0.87135 0.8562
92 0.86558 0.852
93 0.85283 0.8393
94 0.85962 0.8415
95 0.86352 0.8453
96 0.86917 0.8547
97 0.86883 0.8546
98 0.86948 0.8528
99 0.86073 0.8448
100 0.87167 0.8561
EOD

set multiplot layout 1,2 title 'Inputs of at most 0.0001, without batch normalization' font ',17' margins screen 0.10628,0.93394,0.23766,0.817 spacing screen 0.14423,0.19861
set label 1 'run 05a0eca50971' at screen 0.98594, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'One seed: another one gives other numbers.' at screen 0.01406, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set key at screen 0.08619, screen 0.91272 left top vertical maxrows 1
set xrange [-2:102]; set xtics 20; set format x '%.0f'
set yrange [0:2]; set ytics 0.5; set format y '%.1f'
set label '0.368' at graph 1.01765, graph 0.16527 left font ',10.5' textcolor rgb '#0072B2'
set label '0.407' at graph 1.01765, graph 0.22179 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_1 every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:3 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.5 linetype 1 title 'training', \
  '' every ::1 using 1:3 with lines linetype 2 title 'validation'

unset label; unset key
set ylabel 'accuracy'
set xrange [-2:102]; set xtics 20; set format x '%.0f'
set yrange [50:100]; set ytics 10; set format y '%.0f %%'
set label '87.2 %' at graph 1.01765, graph 0.75603 left font ',10.5' textcolor rgb '#0072B2'
set label '85.6 %' at graph 1.01765, graph 0.69951 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_2 every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$3) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.5 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$3) with lines linetype 2 title 'validation'

unset multiplot
