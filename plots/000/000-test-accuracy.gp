# 000-test-accuracy: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 000-test-accuracy.gp > 000-test-accuracy.svg
#   gnuplot -d -e "drawing='png'" 000-test-accuracy.gp > 000-test-accuracy.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run b5c8ed180bd6907ddb2be0a9e96d7fffc7d3199c66cfc4b3bfab29dd9d4e2b4d
# run 858c4494486cddc72edbc7af18758c0d0bb08705903b484b3cc3b77fb308da72
# run f855fecd922c24c4b589ba6272044546286f7c72d30664bb07a83162be9cba53
# run 8e6ab2c1821fbb1f228056ab1a68314f14e5baa21e4b5e330405ba07516a2031
# run b8af677ff9edc5d813527907df75e70695065bf25a981d477aca3c3ff7014049
# run 8904178c0795f5332709fdabb0a6fb242fbea4043fd75ab040b0715fb46c307b
# run 914b759ef194c1636350472770ac25755c77a20ce81f32e902a7b90aad20d573
# run 868cbf7d136d2fd66feb0b0681d3323fd8887cef2198638e2ced19f72238bf5b
# run b45710a4550434da355935efc8e3deb9740286a4fed352ba9a0843ec1678f324
# run 914b759ef194c1636350472770ac25755c77a20ce81f32e902a7b90aad20d573
# run 868cbf7d136d2fd66feb0b0681d3323fd8887cef2198638e2ced19f72238bf5b
# run b45710a4550434da355935efc8e3deb9740286a4fed352ba9a0843ec1678f324
# run 45230312d2c8d232095159f434e28854799de103e977c9354298430e7840d1ab
# run f493f073f3cf9595c333ead6dd66b71661e09bf121f0ea7e660bf19edd38566e
# run 61be5bd4eb8ce7caa5747062d022ce53a446f522005a5b6e8a32bfc9207c6987
# run 4f8bd86c4d3820dabe7523189513392d0f2ff9446e3299ca26f718e5993b2eb1
# run df3fcb899aa1d2c7ace465918104afc850f84834c5a06b1702a6e9df368cf271
# run 3289a7e3ff558c2cf5e0220d71e9a82116984a659618988ad829d417086959e9

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 1078,390 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_000_test_accuracy'
if (drawing eq 'png') set terminal pngcairo size 2156,780 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 11.229166666666666,4.0625 font 'sans-serif,13' noenhanced fontscale 0.75

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
0.9772
0.9775
0.9724
0.9791
0.9747
0.9776
EOD
$labels << EOD
# place height value
0 0.9771651515151515 0.9772
1 0.9783 0.9775
2 0.9744 0.9724
3 0.9802 0.9791
4 0.9752 0.9747
5 0.9792 0.9776
EOD
$ranges << EOD
# place lower upper
0 0.9746 0.9772
1 0.9771 0.9783
2 0.9712 0.9744
3 0.9766 0.9802
4 0.9714 0.9752
5 0.9742 0.9792
EOD
$reported << EOD
# place value
0.21 0.9769
1.21 0.9773
2.21 0.9696
4.21 0.9719
EOD

set multiplot layout 1,1 title 'Test accuracy after five epochs' font ',17' margins screen 0.09096,0.87532,0.17269,0.84962 spacing screen 0.18966,0.17436
set label 1 '18 runs' at screen 0.98701, screen 0.02974 right font ',9.5' textcolor rgb '#777777'
set label 2 'Median and range of 3 seeds.' at screen 0.01299, screen 0.02974 left font ',9.5' textcolor rgb '#777777'

set ylabel 'Test accuracy'
set xrange [-0.5:5.5]; set xtics scale 0 ('baseline' 0, 'weight decay' 1, 'dropout' 2, 'dropout, eval' 3, 'batch norm' 4, 'batch norm, eval' 5)
set yrange [95:98.5]; set ytics 1; set format y '%.0f %%'
set style histogram clustered gap 1; set boxwidth 0.7 relative
set key at graph 1.0071, graph 1 left top vertical maxrows 1
plot $bars using (100*$1) with histograms linetype 1 notitle, \
  $labels using 1:(100*$2):(gprintf('%.4g %%', 100*$3)) with labels font ',10.5' offset 0,0.6 notitle, \
  $ranges using 1:(100*$2):(0):(100*($3 - $2)) with vectors heads size graph 0.006,90 linewidth 1.2 linecolor rgb '#333333' notitle, \
  $reported using 1:(100*$2) with points pointtype 6 pointsize 0.8 linewidth 1.2 linecolor rgb '#000000' title 'reported'

unset multiplot
