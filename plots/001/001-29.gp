# 001-29: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-29.gp > 001-29.svg
#   gnuplot -d -e "drawing='png'" 001-29.gp > 001-29.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 242ca4476a27bb7ef671c17b575375ee686b16a927d0a155ab06d4b14b961032

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 996,414 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_29'
if (drawing eq 'png') set terminal pngcairo size 1992,828 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 10.375,4.3125 font 'sans-serif,13' noenhanced fontscale 0.75

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
0 2.3183 2.3184
1 0.47377 0.43076
2 0.35777 0.36491
3 0.31999 0.3582
4 0.29574 0.33298
5 0.27632 0.35544
6 0.23719 0.31533
7 0.22658 0.32308
8 0.20127 0.30668
9 0.19395 0.30704
10 0.17938 0.29951
11 0.17466 0.29972
12 0.16649 0.30387
13 0.16163 0.3015
14 0.15907 0.30169
15 0.15791 0.30149
16 0.15738 0.30165
17 0.15697 0.30173
18 0.15653 0.30224
19 0.15612 0.30186
20 0.15562 0.30194
21 0.15523 0.30174
22 0.1548 0.30231
23 0.15439 0.3025
24 0.15394 0.30221
25 0.15357 0.30193
26 0.15315 0.30243
27 0.15266 0.30271
28 0.15225 0.30267
29 0.15188 0.303
30 0.15139 0.3027
31 0.15102 0.3032
32 0.15058 0.3031
33 0.15022 0.30318
34 0.14971 0.30345
35 0.14934 0.30353
36 0.14899 0.30295
37 0.14854 0.30361
38 0.14811 0.30402
39 0.14777 0.30398
40 0.1473 0.30422
41 0.14691 0.30362
42 0.14648 0.30459
43 0.14609 0.30439
44 0.14569 0.30451
45 0.14532 0.30462
46 0.14498 0.30432
47 0.14448 0.30487
48 0.14399 0.3061
49 0.14373 0.30465
50 0.14331 0.30515
51 0.14286 0.30553
52 0.14252 0.30522
53 0.14216 0.30539
54 0.14176 0.30551
55 0.14129 0.30545
56 0.14094 0.306
57 0.14059 0.30577
58 0.14011 0.30583
59 0.1397 0.30632
60 0.13933 0.30644
61 0.1389 0.30665
62 0.13858 0.30616
63 0.13822 0.30667
64 0.13784 0.30683
65 0.13742 0.30654
66 0.13696 0.30769
67 0.13661 0.30745
68 0.13626 0.30696
69 0.13581 0.30786
70 0.13551 0.30783
71 0.13509 0.30752
72 0.13466 0.30751
73 0.13424 0.30789
74 0.13393 0.30809
75 0.13358 0.30879
76 0.13313 0.30867
77 0.13286 0.30867
78 0.13235 0.30854
79 0.13197 0.30917
80 0.13162 0.30919
81 0.13119 0.30971
82 0.13084 0.30947
83 0.13042 0.30981
84 0.13013 0.3093
85 0.12962 0.31032
86 0.1293 0.31053
87 0.12899 0.31043
88 0.1285 0.31027
89 0.12816 0.31078
90 0.1278 0.31083
91 0.12743 0.31053
92 0.12701 0.31109
93 0.1267 0.31126
94 0.1263 0.31111
95 0.12597 0.31212
96 0.12551 0.31225
97 0.12518 0.31202
98 0.12481 0.31268
99 0.12444 0.3123
100 0.12409 0.31245
EOD
$panel_2 << EOD
# epoch training validation
0 0.091433 0.0927
1 0.85777 0.8452
2 0.88842 0.8704
3 0.89175 0.874
4 0.90535 0.8801
5 0.90118 0.8747
6 0.91902 0.8884
7 0.92 0.8883
8 0.92828 0.8921
9 0.93277 0.8952
10 0.93755 0.9003
11 0.93882 0.8981
12 0.94093 0.9006
13 0.9421 0.9027
14 0.94263 0.9005
15 0.94298 0.901
16 0.94307 0.9017
17 0.9435 0.902
18 0.94348 0.9023
19 0.94423 0.902
20 0.94418 0.9019
21 0.94445 0.9018
22 0.94458 0.901
23 0.94465 0.9013
24 0.94488 0.9014
25 0.94522 0.9019
26 0.94518 0.9012
27 0.9456 0.9013
28 0.94565 0.9017
29 0.94568 0.9022
30 0.9461 0.9015
31 0.94612 0.9018
32 0.94648 0.9009
33 0.94633 0.9018
34 0.94657 0.9008
35 0.94665 0.9003
36 0.94708 0.9014
37 0.94715 0.9009
38 0.9473 0.9019
39 0.94762 0.9009
40 0.9473 0.9003
41 0.94773 0.9004
42 0.9478 0.9005
43 0.94812 0.9001
44 0.9486 0.9004
45 0.94868 0.9008
46 0.94898 0.9005
47 0.94858 0.9004
48 0.94857 0.9012
49 0.9491 0.9007
50 0.94965 0.9004
51 0.94937 0.9005
52 0.94973 0.9005
53 0.95028 0.9003
54 0.95035 0.9006
55 0.95017 0.9013
56 0.95048 0.9007
57 0.95082 0.9002
58 0.95122 0.9011
59 0.95108 0.8999
60 0.95153 0.9013
61 0.95145 0.8998
62 0.95188 0.9007
63 0.95148 0.9012
64 0.95233 0.9002
65 0.95203 0.9006
66 0.95197 0.9002
67 0.95248 0.9019
68 0.95292 0.9002
69 0.95303 0.9009
70 0.95285 0.9006
71 0.95282 0.9005
72 0.95373 0.9012
73 0.9536 0.9001
74 0.95358 0.901
75 0.95362 0.8998
76 0.95395 0.9018
77 0.9541 0.9018
78 0.95428 0.9007
79 0.9547 0.9001
80 0.95492 0.9006
81 0.95483 0.901
82 0.955 0.901
83 0.95478 0.9003
84 0.95563 0.901
85 0.95548 0.9005
86 0.95562 0.9004
87 0.95557 0.9014
88 0.95625 0.9008
89 0.95613 0.9001
90 0.95633 0.9006
91 0.95642 0.901
92 0.95653 0.9014
93 0.95675 0.8998
94 0.95717 0.901
95 0.95718 0.9005
96 0.9571 0.9009
97 0.95728 0.9013
98 0.95755 0.9012
99 0.95777 0.9004
100 0.95788 0.9016
EOD

set multiplot layout 1,2 title 'Learning rate halved each time the validation loss stalls' font ',17' margins screen 0.10628,0.93394,0.2279,0.78345 spacing screen 0.14423,0.23152
set label 1 'run 242ca4476a27' at screen 0.98594, screen 0.02802 right font ',9.5' textcolor rgb '#777777'
set label 2 'One seed: another one gives other numbers.' at screen 0.01406, screen 0.02802 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set key at screen 0.08619, screen 0.9163 left top vertical maxrows 1
set xrange [-2:102]; set xtics 20; set format x '%.0f'
set yrange [0.1:0.5]; set ytics 0.1; set format y '%.1f'
set arrow from first 5, graph 0 to first 5, graph 1 nohead dashtype 3 linewidth 1 linecolor rgb '#555555' back
set arrow from first 7, graph 0 to first 7, graph 1 nohead dashtype 3 linewidth 1 linecolor rgb '#555555' back
set arrow from first 9, graph 0 to first 9, graph 1 nohead dashtype 3 linewidth 1 linecolor rgb '#555555' back
set arrow from first 11, graph 0 to first 11, graph 1 nohead dashtype 3 linewidth 1 linecolor rgb '#555555' back
set arrow from first 12, graph 0 to first 12, graph 1 nohead dashtype 3 linewidth 1 linecolor rgb '#555555' back
set arrow from first 13, graph 0 to first 13, graph 1 nohead dashtype 3 linewidth 1 linecolor rgb '#555555' back
set arrow from first 14, graph 0 to first 14, graph 1 nohead dashtype 3 linewidth 1 linecolor rgb '#555555' back
set label '0.124' at graph 1.01765, graph 0.06023 left font ',10.5' textcolor rgb '#0072B2'
set label '0.312' at graph 1.01765, graph 0.53114 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_1 every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:3 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.5 linetype 1 title 'training', \
  '' every ::1 using 1:3 with lines linetype 2 title 'validation'

unset label; unset arrow; unset key
set ylabel 'accuracy'
set xrange [-2:102]; set xtics 20; set format x '%.0f'
set yrange [80:100]; set ytics 5; set format y '%.0f %%'
set arrow from first 5, graph 0 to first 5, graph 1 nohead dashtype 3 linewidth 1 linecolor rgb '#555555' back
set arrow from first 7, graph 0 to first 7, graph 1 nohead dashtype 3 linewidth 1 linecolor rgb '#555555' back
set arrow from first 9, graph 0 to first 9, graph 1 nohead dashtype 3 linewidth 1 linecolor rgb '#555555' back
set arrow from first 11, graph 0 to first 11, graph 1 nohead dashtype 3 linewidth 1 linecolor rgb '#555555' back
set arrow from first 12, graph 0 to first 12, graph 1 nohead dashtype 3 linewidth 1 linecolor rgb '#555555' back
set arrow from first 13, graph 0 to first 13, graph 1 nohead dashtype 3 linewidth 1 linecolor rgb '#555555' back
set arrow from first 14, graph 0 to first 14, graph 1 nohead dashtype 3 linewidth 1 linecolor rgb '#555555' back
set label '95.8 %' at graph 1.01765, graph 0.78942 left font ',10.5' textcolor rgb '#0072B2'
set label '90.2 %' at graph 1.01765, graph 0.508 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_2 every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$3) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.5 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$3) with lines linetype 2 title 'validation'

unset multiplot
