# 001-39-batch: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-39-batch.gp > 001-39-batch.svg
#   gnuplot -d -e "drawing='png'" 001-39-batch.gp > 001-39-batch.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run a73bddf098945ab430be60b064f8ed99d57a6bd8fd128a56a291e29518e09000

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 996,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_39_batch'
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
0 2.3031 2.3031
1 0.5546 0.45332
2 0.39663 0.40256
3 0.35127 0.38087
4 0.32196 0.36181
5 0.29947 0.34923
6 0.28205 0.34341
7 0.26568 0.33281
8 0.25111 0.33209
9 0.23785 0.33416
10 0.22488 0.32675
11 0.21293 0.31976
12 0.20597 0.32899
13 0.19427 0.32534
14 0.18455 0.32809
15 0.17606 0.33208
16 0.16879 0.33186
17 0.15986 0.33209
18 0.15201 0.33406
19 0.14467 0.33257
20 0.13875 0.34667
21 0.13183 0.35922
22 0.12742 0.34225
23 0.1213 0.34878
24 0.11433 0.3551
25 0.11065 0.36188
26 0.10651 0.35327
27 0.099363 0.37469
28 0.096059 0.36908
29 0.093643 0.39276
30 0.088682 0.38864
31 0.085731 0.39117
32 0.081394 0.40022
33 0.079957 0.4102
34 0.076529 0.39927
35 0.072396 0.39955
36 0.070446 0.42054
37 0.068106 0.42691
38 0.067501 0.41534
39 0.061838 0.43892
40 0.059441 0.45418
41 0.058208 0.44905
42 0.057784 0.44921
43 0.055166 0.46717
44 0.054855 0.45548
45 0.050397 0.443
46 0.049076 0.45868
47 0.046569 0.47124
48 0.04669 0.49288
49 0.0455 0.4675
50 0.044981 0.48951
51 0.04367 0.52486
52 0.040808 0.51034
53 0.040982 0.49701
54 0.039528 0.50854
55 0.0386 0.50979
56 0.038842 0.51909
57 0.036678 0.53167
58 0.036319 0.53442
59 0.035552 0.51755
60 0.035008 0.53121
61 0.032724 0.55401
62 0.032599 0.55363
63 0.035029 0.54878
64 0.032454 0.59554
65 0.030062 0.55989
66 0.031134 0.58578
67 0.029561 0.56305
68 0.031208 0.56669
69 0.028002 0.61697
70 0.028673 0.58646
71 0.028167 0.58133
72 0.0271 0.60603
73 0.029149 0.62031
74 0.026114 0.59308
75 0.027275 0.57498
76 0.026861 0.60255
77 0.026262 0.60597
78 0.024113 0.61646
79 0.026858 0.62538
80 0.025038 0.59671
81 0.021817 0.61698
82 0.025755 0.62057
83 0.023406 0.65601
84 0.02299 0.65834
85 0.023296 0.63005
86 0.01949 0.68796
87 0.022707 0.6669
88 0.021597 0.65496
89 0.020893 0.64943
90 0.024037 0.67309
91 0.020215 0.67324
92 0.023211 0.70429
93 0.020098 0.68387
94 0.022142 0.68322
95 0.018848 0.68861
96 0.021035 0.70193
97 0.01982 0.68526
98 0.019588 0.6878
99 0.017881 0.68353
100 0.018862 0.69211
EOD
$panel_2 << EOD
# epoch training validation
0 0.10158 0.1011
1 0.84962 0.8371
2 0.86813 0.8543
3 0.88087 0.863
4 0.89142 0.8695
5 0.89903 0.8759
6 0.90343 0.8748
7 0.91032 0.881
8 0.9153 0.8831
9 0.91773 0.8826
10 0.92322 0.8869
11 0.92983 0.8883
12 0.92953 0.8854
13 0.9341 0.8892
14 0.93793 0.8884
15 0.93857 0.8878
16 0.94335 0.8908
17 0.94668 0.8898
18 0.95145 0.8947
19 0.95382 0.8931
20 0.95355 0.8894
21 0.95267 0.8865
22 0.9619 0.8933
23 0.96277 0.8948
24 0.96498 0.895
25 0.96415 0.8922
26 0.96817 0.8938
27 0.96615 0.889
28 0.96873 0.8953
29 0.96753 0.8911
30 0.97243 0.8928
31 0.97383 0.8909
32 0.97135 0.8916
33 0.97097 0.8862
34 0.97538 0.8918
35 0.98035 0.8953
36 0.97757 0.8938
37 0.97622 0.892
38 0.98383 0.8937
39 0.97805 0.8903
40 0.97717 0.8884
41 0.97975 0.8913
42 0.98445 0.8914
43 0.9828 0.8892
44 0.98553 0.8935
45 0.98643 0.8957
46 0.98782 0.8931
47 0.98758 0.8918
48 0.98457 0.8906
49 0.98802 0.8903
50 0.98952 0.8917
51 0.9795 0.8873
52 0.98683 0.8883
53 0.98758 0.8922
54 0.99027 0.893
55 0.9865 0.893
56 0.98818 0.8904
57 0.98707 0.8888
58 0.98867 0.8927
59 0.99165 0.8944
60 0.9928 0.8944
61 0.98983 0.8906
62 0.98942 0.8903
63 0.98857 0.8905
64 0.98443 0.8875
65 0.99132 0.8914
66 0.98885 0.892
67 0.99137 0.8924
68 0.99087 0.8936
69 0.98405 0.8834
70 0.99122 0.89
71 0.99267 0.8922
72 0.98927 0.8911
73 0.99033 0.8882
74 0.99312 0.8945
75 0.99527 0.8981
76 0.99175 0.8925
77 0.9923 0.8897
78 0.99235 0.8946
79 0.99287 0.8924
80 0.99375 0.8918
81 0.99353 0.8945
82 0.99443 0.8938
83 0.99168 0.8897
84 0.9928 0.8909
85 0.99412 0.8902
86 0.9873 0.886
87 0.99225 0.8911
88 0.99203 0.8926
89 0.99348 0.8949
90 0.99355 0.8895
91 0.99245 0.8917
92 0.99073 0.89
93 0.99333 0.8892
94 0.99473 0.8914
95 0.99412 0.8901
96 0.99278 0.8922
97 0.995 0.8929
98 0.99422 0.8922
99 0.99558 0.8917
100 0.99402 0.8924
EOD

set multiplot layout 1,2 title 'The same evaluated with batch statistics' font ',17' margins screen 0.10628,0.93394,0.23766,0.817 spacing screen 0.14423,0.19861
set label 1 'run a73bddf09894' at screen 0.98594, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'One seed: another one gives other numbers.' at screen 0.01406, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set key at screen 0.08619, screen 0.91272 left top vertical maxrows 1
set xrange [-2:102]; set xtics 20; set format x '%.0f'
set yrange [0:0.8]; set ytics 0.2; set format y '%.1f'
set label '0.0189' at graph 1.01765, graph 0.02358 left font ',10.5' textcolor rgb '#0072B2'
set label '0.692' at graph 1.01765, graph 0.86514 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_1 every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:3 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.5 linetype 1 title 'training', \
  '' every ::1 using 1:3 with lines linetype 2 title 'validation'

unset label; unset key
set ylabel 'accuracy'
set xrange [-2:102]; set xtics 20; set format x '%.0f'
set yrange [80:100]; set ytics 5; set format y '%.0f %%'
set label '99.4 %' at graph 1.01765, graph 0.97008 left font ',10.5' textcolor rgb '#0072B2'
set label '89.2 %' at graph 1.01765, graph 0.462 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_2 every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$3) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.5 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$3) with lines linetype 2 title 'validation'

unset multiplot
