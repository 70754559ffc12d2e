# 002-sparse: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 002-sparse.gp > 002-sparse.svg
#   gnuplot -d -e "drawing='png'" 002-sparse.gp > 002-sparse.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run a601975c4e342307b2bcee3d655654dfce6af9fa8efcd05f8464ce4af84e1b51
# run bd1246779e5641891f4fe1931a7feef1f3fb08b271e47ef71ebd2362ae1ccafe
# run 77a1a7c861148bca664c6b73bb6d51b88cc6152dc1e65f17600e7b2743e65136

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 1146,429 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_002_sparse'
if (drawing eq 'png') set terminal pngcairo size 2292,858 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 11.9375,4.46875 font 'sans-serif,13' noenhanced fontscale 0.75

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
# input true fitted
1 1 1.0458
2 0 0.069937
3 0 0.085504
4 0 -0.033328
5 0 -0.016338
6 0 -0.046378
7 0 0.0021051
8 0 0.057104
9 0 -0.0090755
10 0 -0.045149
11 -1.5 -1.4386
12 0 -0.084082
13 0 -0.081709
14 0 0.044088
15 0 0.056984
16 0 -0.11983
17 0 0.11387
18 0 -0.2101
19 0 -0.14512
20 0 -0.0089576
21 2 1.895
22 0 0.21843
23 0 0.2006
24 0 -0.14129
25 0 -0.01179
26 0 -0.088368
27 0 0.14736
28 0 0.12525
29 0 -0.033442
30 0 0.1327
31 -2.5 -2.4711
32 0 0.18953
33 0 -0.084299
34 0 -0.037226
35 0 -0.04866
36 0 0.067916
37 0 0.21575
38 0 -0.2582
39 0 0.067997
40 0 -0.090188
EOD
$panel_2 << EOD
# input true fitted
1 1 0.943
2 0 3.7804e-06
3 0 -2.1309e-06
4 0 -6.0915e-07
5 0 -1.5022e-07
6 0 1.0691e-06
7 0 1.3246e-05
8 0 -1.035e-06
9 0 1.9349e-07
10 0 4.501e-06
11 -1.5 -1.3389
12 0 1.283e-07
13 0 -3.1938e-08
14 0 3.7048e-08
15 0 3.1075e-06
16 0 -4.0352e-07
17 0 8.5253e-07
18 0 -5.4612e-06
19 0 -1.8414e-05
20 0 -3.9766e-05
21 2 1.8833
22 0 -9.8604e-09
23 0 0.079837
24 0 -0.039485
25 0 5.0804e-07
26 0 2.8134e-07
27 0 1.8875e-05
28 0 4.1964e-06
29 0 -3.2784e-07
30 0 1.3301e-07
31 -2.5 -2.3194
32 0 1.0435e-07
33 0 -2.4913e-07
34 0 3.273e-07
35 0 -7.5776e-08
36 0 -5.575e-07
37 0 0.020621
38 0 -3.4742e-05
39 0 4.2939e-06
40 0 2.1714e-06
EOD
$panel_3 << EOD
# input true fitted
1 1 0.67375
2 0 0.32927
3 0 0.0068947
4 0 -0.053366
5 0 -0.10211
6 0 0.11158
7 0 0.19743
8 0 -0.10582
9 0 0.031626
10 0 0.049543
11 -1.5 -0.80453
12 0 -0.039072
13 0 -0.11056
14 0 0.0023249
15 0 0.085339
16 0 -0.12853
17 0 0.24806
18 0 -0.022711
19 0 -0.19266
20 0 -0.26088
21 2 1.253
22 0 0.16838
23 0 0.36478
24 0 -0.3391
25 0 -0.0678
26 0 -0.034037
27 0 -0.040765
28 0 0.086506
29 0 0.01686
30 0 0.09143
31 -2.5 -1.4857
32 0 0.10011
33 0 -0.16534
34 0 0.040448
35 0 -0.087895
36 0 -0.086578
37 0 0.24756
38 0 -0.2902
39 0 0.15008
40 0 0.096462
EOD

set multiplot layout 1,3 title 'A sparse linear regression without a penalty, with L1 (LASSO) and with L2 (ridge)' font ',17' margins screen 0.07195,0.96684,0.21923,0.75536 spacing screen 0.08067,0.25909
set label 1 'runs a601975c4e34 bd1246779e56 77a1a7c86114' at screen 0.98778, screen 0.02704 right font ',9.5' textcolor rgb '#777777'
set label 2 'One seed: another one gives other numbers.' at screen 0.01222, screen 0.02704 left font ',9.5' textcolor rgb '#777777'

set title 'no penalty'
set xlabel 'input'
set ylabel 'weight'
set key at screen 0.05449, screen 0.91923 left top vertical maxrows 1
set xrange [0.21999999999999997:40.78]; set xtics 10; set format x '%.0f'
set yrange [-3:2]; set ytics 1; set format y '%.0f'
plot $panel_1 using 1:2 with linespoints pointsize 0.5 linetype 5 title 'true', \
  '' using 1:3 with points pointsize 0.5 linetype 1 title 'fitted'

unset label; unset key
set title 'L1 (LASSO)'
set xrange [0.21999999999999997:40.78]; set xtics 10; set format x '%.0f'
set yrange [-3:2]; set ytics 1; set format y '%.0f'
plot $panel_2 using 1:2 with linespoints pointsize 0.5 linetype 5 title 'true', \
  '' using 1:3 with points pointsize 0.5 linetype 1 title 'fitted'

set title 'L2 (ridge)'
set xrange [0.21999999999999997:40.78]; set xtics 10; set format x '%.0f'
set yrange [-3:2]; set ytics 1; set format y '%.0f'
plot $panel_3 using 1:2 with linespoints pointsize 0.5 linetype 5 title 'true', \
  '' using 1:3 with points pointsize 0.5 linetype 1 title 'fitted'

unset multiplot
