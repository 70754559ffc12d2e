# 001-39-no-bias: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-39-no-bias.gp > 001-39-no-bias.svg
#   gnuplot -d -e "drawing='png'" 001-39-no-bias.gp > 001-39-no-bias.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 723972f694e401b91e1eda168c47042eadea58bf6fc0a8de182490b249d8a0a3

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 996,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_39_no_bias'
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
0 2.3027 2.3027
1 0.55461 0.43475
2 0.39669 0.38702
3 0.35123 0.36028
4 0.32204 0.34484
5 0.29939 0.33384
6 0.28197 0.33274
7 0.26537 0.32709
8 0.25086 0.31592
9 0.2376 0.32861
10 0.22462 0.31092
11 0.21268 0.3082
12 0.20591 0.31649
13 0.19404 0.31016
14 0.18449 0.31758
15 0.17619 0.3126
16 0.16891 0.32705
17 0.16024 0.31473
18 0.15162 0.32492
19 0.14427 0.33332
20 0.13898 0.33442
21 0.13178 0.34855
22 0.12741 0.33607
23 0.12168 0.35652
24 0.11474 0.34689
25 0.11087 0.34367
26 0.1067 0.36334
27 0.099619 0.3616
28 0.096301 0.35808
29 0.093893 0.37277
30 0.088873 0.37835
31 0.086435 0.37514
32 0.080543 0.39501
33 0.079132 0.4225
34 0.076204 0.38747
35 0.071459 0.40068
36 0.0707 0.4051
37 0.067993 0.40711
38 0.066438 0.41704
39 0.061842 0.45876
40 0.059983 0.46428
41 0.058968 0.44198
42 0.058598 0.44765
43 0.053992 0.44274
44 0.054654 0.45507
45 0.05098 0.44899
46 0.048902 0.46249
47 0.045356 0.51766
48 0.047279 0.48768
49 0.045533 0.47255
50 0.044231 0.49092
51 0.043071 0.54832
52 0.040565 0.50152
53 0.040137 0.51518
54 0.03999 0.49791
55 0.037059 0.54797
56 0.039055 0.53593
57 0.037234 0.51655
58 0.035734 0.56151
59 0.034788 0.54496
60 0.035667 0.54984
61 0.032608 0.54914
62 0.033219 0.56155
63 0.032517 0.54311
64 0.033535 0.58032
65 0.032686 0.56059
66 0.029468 0.59769
67 0.029701 0.60125
68 0.030721 0.57134
69 0.027796 0.59246
70 0.031187 0.58836
71 0.028135 0.58288
72 0.026921 0.59103
73 0.028842 0.59325
74 0.025579 0.6325
75 0.028123 0.58513
76 0.024461 0.62264
77 0.026795 0.61366
78 0.023426 0.71058
79 0.026522 0.62617
80 0.025479 0.63052
81 0.024072 0.60641
82 0.023742 0.60556
83 0.023277 0.62819
84 0.021959 0.65327
85 0.023148 0.65136
86 0.021167 0.66559
87 0.022998 0.64721
88 0.023469 0.6928
89 0.019318 0.66427
90 0.023484 0.68452
91 0.020605 0.69955
92 0.020297 0.68696
93 0.02242 0.71231
94 0.021693 0.71045
95 0.020104 0.70104
96 0.0216 0.70262
97 0.020255 0.69502
98 0.020101 0.69036
99 0.019651 0.71761
100 0.021281 0.71398
EOD
$panel_2 << EOD
# epoch training validation
0 0.1 0.1
1 0.85558 0.8426
2 0.87757 0.8609
3 0.88978 0.8704
4 0.89807 0.8752
5 0.90678 0.8808
6 0.91035 0.8782
7 0.91397 0.8836
8 0.92447 0.8888
9 0.92207 0.8834
10 0.93162 0.8914
11 0.93755 0.8931
12 0.93688 0.8906
13 0.9432 0.8978
14 0.94358 0.8929
15 0.94997 0.8954
16 0.94742 0.8921
17 0.95477 0.8944
18 0.95722 0.8959
19 0.95625 0.8923
20 0.95952 0.8969
21 0.95867 0.8961
22 0.9654 0.8955
23 0.96048 0.892
24 0.97107 0.8993
25 0.97427 0.8975
26 0.96638 0.8921
27 0.97448 0.8967
28 0.97398 0.8975
29 0.97452 0.8957
30 0.97975 0.8987
31 0.98083 0.8979
32 0.97648 0.8969
33 0.96783 0.8866
34 0.9861 0.9001
35 0.98333 0.8981
36 0.98473 0.9001
37 0.98545 0.8999
38 0.98912 0.8973
39 0.97442 0.8906
40 0.98118 0.8913
41 0.98507 0.8988
42 0.98737 0.8973
43 0.98915 0.8942
44 0.98825 0.8957
45 0.98942 0.8984
46 0.99165 0.8973
47 0.98368 0.8917
48 0.9859 0.896
49 0.9884 0.8976
50 0.99357 0.8986
51 0.97808 0.8887
52 0.9922 0.8947
53 0.98792 0.8945
54 0.9948 0.9027
55 0.98477 0.895
56 0.9916 0.8973
57 0.9935 0.8991
58 0.9885 0.8897
59 0.9908 0.8973
60 0.99285 0.897
61 0.99232 0.8947
62 0.99077 0.8952
63 0.99353 0.8958
64 0.99012 0.8928
65 0.99273 0.8943
66 0.98515 0.8897
67 0.9904 0.8941
68 0.99517 0.896
69 0.99243 0.893
70 0.99488 0.8959
71 0.99645 0.8991
72 0.99622 0.8944
73 0.99483 0.8955
74 0.9893 0.8944
75 0.99768 0.8974
76 0.99043 0.8953
77 0.99752 0.8996
78 0.98117 0.8877
79 0.99647 0.8989
80 0.9935 0.8911
81 0.99697 0.8996
82 0.99855 0.901
83 0.99658 0.8941
84 0.99627 0.8972
85 0.99732 0.8996
86 0.99573 0.8981
87 0.99588 0.8986
88 0.99018 0.8905
89 0.99435 0.8955
90 0.9921 0.8928
91 0.99527 0.8919
92 0.99252 0.8934
93 0.99253 0.8921
94 0.99382 0.8966
95 0.9963 0.8946
96 0.99367 0.8984
97 0.99685 0.8964
98 0.99745 0.8971
99 0.99675 0.893
100 0.99543 0.8948
EOD

set multiplot layout 1,2 title 'The same without the bias that batch normalization cancels' font ',17' margins screen 0.10628,0.93394,0.23766,0.817 spacing screen 0.14423,0.19861
set label 1 'run 723972f694e4' at screen 0.98594, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'One seed: another one gives other numbers.' at screen 0.01406, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set key at screen 0.08619, screen 0.91272 left top vertical maxrows 1
set xrange [-2:102]; set xtics 20; set format x '%.0f'
set yrange [0:0.8]; set ytics 0.2; set format y '%.1f'
set label '0.0213' at graph 1.01765, graph 0.0266 left font ',10.5' textcolor rgb '#0072B2'
set label '0.714' at graph 1.01765, graph 0.89248 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_1 every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:3 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.5 linetype 1 title 'training', \
  '' every ::1 using 1:3 with lines linetype 2 title 'validation'

unset label; unset key
set ylabel 'accuracy'
set xrange [-2:102]; set xtics 20; set format x '%.0f'
set yrange [80:100]; set ytics 5; set format y '%.0f %%'
set label '99.5 %' at graph 1.01765, graph 0.97717 left font ',10.5' textcolor rgb '#0072B2'
set label '89.5 %' at graph 1.01765, graph 0.474 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_2 every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$3) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.5 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$3) with lines linetype 2 title 'validation'

unset multiplot
