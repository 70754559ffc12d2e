# 004-26: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 004-26.gp > 004-26.svg
#   gnuplot -d -e "drawing='png'" 004-26.gp > 004-26.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 01c22aa4ab9c324867ad4237f7ab835c982b2d51ff226ed9a58908a8a93f92b3
# run 99d96d6568ebe0653d352f8fc350173d535c40aed55984597be850d4f34aabff
# run c93ef7e0510ff9f1c5915cd37ca9b32a120dc288b3687ff77c7ec9c579d888d9
# run 231b855243460d3716b17b2a434771332f5e306f5af6feebf871f14b355790f4
# run 7215e932f37eaccdf4d7174f3b5acf3b13df01e2749cf857edfeaf26e94629af

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 1101,390 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_004_26'
if (drawing eq 'png') set terminal pngcairo size 2202,780 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 11.46875,4.0625 font 'sans-serif,13' noenhanced fontscale 0.75

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

$bars << EOD
# 
0.8807580174927113
0.8696793002915452
0.8772594752186589
0.8626822157434403
0.7320699708454811
EOD
$labels << EOD
# place height value
0 0.8807580174927113 0.8807580174927113
1 0.8696793002915452 0.8696793002915452
2 0.8772594752186589 0.8772594752186589
3 0.8626822157434403 0.8626822157434403
4 0.7320699708454811 0.7320699708454811
EOD
$reported << EOD
# place value
0.21 0.5911
1.21 0.593
2.21 0.517
3.21 0.6036
EOD

set multiplot layout 1,1 title 'Validation accuracy of the best epoch' font ',17' margins screen 0.09614,0.87793,0.17269,0.84962 spacing screen 0.19278,0.17436
set label 1 '5 runs' at screen 0.98728, screen 0.02974 right font ',9.5' textcolor rgb '#777777'
set label 2 'One seed: another one gives other numbers.' at screen 0.01272, screen 0.02974 left font ',9.5' textcolor rgb '#777777'

set ylabel 'Validation accuracy'
set xrange [-0.5:4.5]; set xtics scale 0 ('CNN' 0, 'ResNet-18' 1, 'CNN, augmented' 2, 'ResNet-18, augmented' 3, 'attacks learned too' 4)
set yrange [0:100]; set ytics 20; set format y '%.0f %%'
set style histogram clustered gap 1; set boxwidth 0.7 relative
set key at graph 1.00698, graph 1 left top vertical maxrows 1
plot $bars using (100*$1) with histograms linetype 1 notitle, \
  $labels using 1:(100*$2):(gprintf('%.4g %%', 100*$3)) with labels font ',10.5' offset 0,0.6 notitle, \
  $reported using 1:(100*$2) with points pointtype 6 pointsize 0.8 linewidth 1.2 linecolor rgb '#000000' title 'reported'

unset multiplot
