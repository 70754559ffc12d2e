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
1 1 1.045846700668335
2 0 0.06993716955184937
3 0 0.0855041965842247
4 0 -0.03332750126719475
5 0 -0.016338415443897247
6 0 -0.04637834429740906
7 0 0.002105077262967825
8 0 0.057103995233774185
9 0 -0.009075479581952095
10 0 -0.04514886811375618
11 -1.5 -1.4385623931884766
12 0 -0.08408240973949432
13 0 -0.08170866966247559
14 0 0.044088032096624374
15 0 0.05698395520448685
16 0 -0.11982640624046326
17 0 0.11387243121862411
18 0 -0.21010161936283112
19 0 -0.14512495696544647
20 0 -0.008957578800618649
21 2 1.895040512084961
22 0 0.21842657029628754
23 0 0.20059742033481598
24 0 -0.1412878781557083
25 0 -0.011790123768150806
26 0 -0.08836796134710312
27 0 0.14735883474349976
28 0 0.12524576485157013
29 0 -0.03344249725341797
30 0 0.13269683718681335
31 -2.5 -2.4711363315582275
32 0 0.18953023850917816
33 0 -0.08429911732673645
34 0 -0.03722619265317917
35 0 -0.04865986853837967
36 0 0.0679156705737114
37 0 0.21574954688549042
38 0 -0.25819632411003113
39 0 0.06799691915512085
40 0 -0.09018751233816147
EOD
$panel_2 << EOD
# input true fitted
1 1 0.9430014491081238
2 0 3.7804436487931525e-06
3 0 -2.1309283511072863e-06
4 0 -6.091480599934584e-07
5 0 -1.5021714716567658e-07
6 0 1.0690658882595017e-06
7 0 1.324634922639234e-05
8 0 -1.03497814052389e-06
9 0 1.9349121771483624e-07
10 0 4.501008334045764e-06
11 -1.5 -1.3388535976409912
12 0 1.282972021954265e-07
13 0 -3.1938260036668e-08
14 0 3.704826312400655e-08
15 0 3.107532165813609e-06
16 0 -4.0352108499064343e-07
17 0 8.525344696863613e-07
18 0 -5.461234650283586e-06
19 0 -1.841353514464572e-05
20 0 -3.976593870902434e-05
21 2 1.8832879066467285
22 0 -9.860362304436876e-09
23 0 0.07983685284852982
24 0 -0.03948487341403961
25 0 5.080407277091581e-07
26 0 2.8134434160165256e-07
27 0 1.8874618035624735e-05
28 0 4.1964140109485015e-06
29 0 -3.2783836445560155e-07
30 0 1.3300525836257293e-07
31 -2.5 -2.319380521774292
32 0 1.0435369546257789e-07
33 0 -2.4913239826673816e-07
34 0 3.2729522558838653e-07
35 0 -7.577587979312739e-08
36 0 -5.575001864599471e-07
37 0 0.020620882511138916
38 0 -3.474232289590873e-05
39 0 4.293924121157033e-06
40 0 2.1714110971515765e-06
EOD
$panel_3 << EOD
# input true fitted
1 1 0.6737499833106995
2 0 0.3292652666568756
3 0 0.006894692312926054
4 0 -0.05336570739746094
5 0 -0.10211434215307236
6 0 0.11157730221748352
7 0 0.19743090867996216
8 0 -0.10582362115383148
9 0 0.03162649646401405
10 0 0.04954303056001663
11 -1.5 -0.8045256733894348
12 0 -0.039072468876838684
13 0 -0.11056236177682877
14 0 0.0023248677607625723
15 0 0.08533932268619537
16 0 -0.12853063642978668
17 0 0.2480628937482834
18 0 -0.02271069400012493
19 0 -0.19265542924404144
20 0 -0.2608753740787506
21 2 1.2530112266540527
22 0 0.1683768779039383
23 0 0.3647761046886444
24 0 -0.3390987813472748
25 0 -0.06780026108026505
26 0 -0.03403715789318085
27 0 -0.04076481610536575
28 0 0.08650552481412888
29 0 0.016860080882906914
30 0 0.09143014252185822
31 -2.5 -1.4856514930725098
32 0 0.10010926425457001
33 0 -0.16533561050891876
34 0 0.04044821485877037
35 0 -0.08789505809545517
36 0 -0.08657755702733994
37 0 0.24755750596523285
38 0 -0.29019680619239807
39 0 0.15007565915584564
40 0 0.09646189957857132
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
