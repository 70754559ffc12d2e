# 001-27: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-27.gp > 001-27.svg
#   gnuplot -d -e "drawing='png'" 001-27.gp > 001-27.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 6bbd02063a82b81c659fd6d09beba721cd30658c1c2ee69b93a2edb82b5c4908
# run dbba05aa1cf55edf32081407e83cb27dbac9074c8fca4220b43343bc86c729ee
# run ef80cf174b1a95e5af870bc959c9ebfb9caceb8316b68dbd286953fed3788491

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 996,1145 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_27'
if (drawing eq 'png') set terminal pngcairo size 1992,2290 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 10.375,11.927083333333334 font 'sans-serif,13' noenhanced fontscale 0.75

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
0 37.34273815705725 37.233823153366515
1 159.4840559018453 2.5023100262522697
2 2.5249338039398195 2.52170016528368
3 2.3141683874766033 2.5093340152978896
4 2.3138064032236736 2.5088875061631204
5 2.3146829645792644 2.5050216804385186
6 2.3151272403717043 2.510379138994217
7 2.3141389607747396 2.5074628738045694
8 2.315526370747884 2.506364363861084
9 2.314828877131144 2.501979038238525
10 2.3146627586364747 2.5052316829919814
EOD
$panel_2 << EOD
# epoch training validation
0 0.07121666666666666 0.0713
1 0.10126666666666667 0.1013
2 0.10025 0.1
3 0.10026666666666667 0.0999
4 0.10005 0.0999
5 0.10026666666666667 0.1
6 0.10026666666666667 0.0999
7 0.10025 0.1
8 0.10026666666666667 0.0999
9 0.10026666666666667 0.1
10 0.10025 0.1
EOD
$panel_3 << EOD
# epoch training validation
0 37.34273815705725 37.233823153366515
1 1.2628841714302699 0.5589281384959472
2 0.509579311478138 0.5009241388302911
3 0.49708528712193173 0.5122692174545713
4 0.48358440376718836 0.5423587728996202
5 0.4734219096203645 0.5209648904368288
6 0.4766589716792107 0.5247597687928724
7 0.4640620132803917 0.5555729016667889
8 0.4576043866078059 0.5050191237029495
9 0.45479876531561214 0.505314994592024
10 0.4366615684866905 0.5095946808011206
EOD
$panel_4 << EOD
# epoch training validation
0 0.07121666666666666 0.0713
1 0.8121 0.7933
2 0.8399333333333333 0.8231
3 0.8292 0.8118
4 0.8234333333333334 0.8057
5 0.84475 0.827
6 0.83295 0.8154
7 0.83385 0.8187
8 0.8553 0.8345
9 0.86185 0.8406
10 0.8630666666666666 0.8478
EOD
$panel_5 << EOD
# epoch training validation
0 37.34273815705725 37.233823153366515
1 2.5743338918964067 1.5353459355617098
2 1.2272418217808008 1.255248813789897
3 0.9596916317214569 1.1536477495451356
4 0.803755640205741 0.937907996727563
5 0.6870210173095266 0.8996287534562459
6 0.6095533498175443 0.9289351888791594
7 0.5452839875628551 0.8918129771938513
8 0.48838105833542844 0.877129422078316
9 0.4484329243866106 0.7377919313000609
10 0.4069696956951171 0.7458505097672289
11 0.3762239763274789 0.7445875545853466
12 0.34713735871637863 0.7301778014314505
13 0.330555204002435 0.6959544481591191
14 0.30342498699246595 0.7512830604202658
15 0.29302892757157484 0.7101830379376767
16 0.26573670974348984 0.7764572379038899
17 0.25737538746483624 0.6847887582984203
18 0.24206389822363852 0.7577315483514389
19 0.24121663589918366 0.681761922426191
20 0.22194419461628423 0.657906153720643
21 0.2072524075804899 0.7398487562720939
22 0.205336077283447 0.6347661314791243
23 0.19786813886929303 0.6180134032201651
24 0.1843732029229713 0.7037296572828127
25 0.176825904050904 0.6767744521387407
26 0.16693219206053764 0.7090968496280334
27 0.16166312121342247 0.7144775412706011
28 0.1524743123892074 0.6482859188484362
29 0.1535535849833861 0.6445627923864468
30 0.1479212475783502 0.6813929406179038
EOD
$panel_6 << EOD
# epoch training validation
0 0.07121666666666666 0.0713
1 0.80575 0.7922
2 0.8276833333333333 0.8074
3 0.8386333333333333 0.8117
4 0.8659666666666667 0.8335
5 0.8744666666666666 0.8322
6 0.8682666666666666 0.8305
7 0.8782166666666666 0.8356
8 0.8774333333333333 0.8283
9 0.9063 0.8507
10 0.9038833333333334 0.8446
11 0.9075 0.8502
12 0.9159833333333334 0.8466
13 0.91885 0.8511
14 0.9140333333333334 0.848
15 0.9189 0.8471
16 0.9063666666666667 0.8394
17 0.9325333333333333 0.8542
18 0.9188 0.8453
19 0.9346666666666666 0.859
20 0.9471 0.8657
21 0.9325666666666667 0.8598
22 0.9544166666666667 0.8663
23 0.9586 0.8686
24 0.9344166666666667 0.8562
25 0.9505166666666667 0.8654
26 0.9379333333333333 0.8553
27 0.9341666666666667 0.8522
28 0.9585 0.8686
29 0.9629 0.869
30 0.95505 0.86
EOD

set multiplot layout 3,2 title 'Three learning rates on unscaled pixels' font ',17' margins screen 0.10628,0.93394,0.08216,0.89854 spacing screen 0.14423,0.10688
set label 1 'runs 6bbd02063a82 dbba05aa1cf5 ef80cf174b1a' at screen 0.98594, screen 0.01013 right font ',9.5' textcolor rgb '#777777'
set label 2 'One seed: another one gives other numbers.' at screen 0.01406, screen 0.01013 left font ',9.5' textcolor rgb '#777777'

set x2label 'above the axis: training 159 in epoch 1' textcolor rgb '#D55E00'
set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set label 3 'Unscaled input, Adam, learning rate 0.1' at graph -0.27015, graph 1.1675 left font ',14'
set key at screen 0.08619, screen 0.96974 left top vertical maxrows 1
set xrange [-0.6:30.6]; set xtics 5; set format x '%.0f'
set yrange [0:3]; set ytics 1; set format y '%.0f'
set label '2.31' at graph 1.01765, graph 0.77155 left font ',10.5' textcolor rgb '#0072B2'
set label '2.51' at graph 1.01765, graph 0.83508 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_1 every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:3 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:3 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label; unset key
set x2label ''
set ylabel 'accuracy'
set xrange [-0.6:30.6]; set xtics 5; set format x '%.0f'
set yrange [0:100]; set ytics 20; set format y '%.0f %%'
set label '10.0 %' at graph 1.01765, graph 0.12839 left font ',10.5' textcolor rgb '#0072B2'
set label '10.0 %' at graph 1.01765, graph 0.07186 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_2 every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$3) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$3) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label
set ylabel 'cross-entropy (nats)'
set label 3 'Unscaled input, Adam, learning rate 0.001' at graph -0.27015, graph 1.1675 left font ',14'
set xrange [-0.6:30.6]; set xtics 5; set format x '%.0f'
set yrange [0:3]; set ytics 1; set format y '%.0f'
set label '0.437' at graph 1.01765, graph 0.12945 left font ',10.5' textcolor rgb '#0072B2'
set label '0.510' at graph 1.01765, graph 0.18597 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_3 every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:3 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:3 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label
set ylabel 'accuracy'
set xrange [-0.6:30.6]; set xtics 5; set format x '%.0f'
set yrange [0:100]; set ytics 20; set format y '%.0f %%'
set label '86.3 %' at graph 1.01765, graph 0.88369 left font ',10.5' textcolor rgb '#0072B2'
set label '84.8 %' at graph 1.01765, graph 0.82717 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_4 every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$3) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$3) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label
set ylabel 'cross-entropy (nats)'
set label 3 'Unscaled input, Adam, learning rate 0.00001' at graph -0.27015, graph 1.1675 left font ',14'
set xrange [-0.6:30.6]; set xtics 5; set format x '%.0f'
set yrange [0:3]; set ytics 1; set format y '%.0f'
set label '0.148' at graph 1.01765, graph 0.04931 left font ',10.5' textcolor rgb '#0072B2'
set label '0.681' at graph 1.01765, graph 0.22713 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_5 every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:3 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:3 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label
set ylabel 'accuracy'
set xrange [-0.6:30.6]; set xtics 5; set format x '%.0f'
set yrange [0:100]; set ytics 20; set format y '%.0f %%'
set label '95.5 %' at graph 1.01765, graph 0.95505 left font ',10.5' textcolor rgb '#0072B2'
set label '86.0 %' at graph 1.01765, graph 0.86 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_6 every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$3) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$3) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset multiplot
