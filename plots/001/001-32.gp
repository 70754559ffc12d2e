# 001-32: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-32.gp > 001-32.svg
#   gnuplot -d -e "drawing='png'" 001-32.gp > 001-32.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 6cf6409d47ec61ad68fc068504f75189142a74ba0a1e6f4eb59bbec35035618f

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 492,492 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_32'
if (drawing eq 'png') set terminal pngcairo size 984,984 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 5.125,5.125 font 'sans-serif,13' noenhanced fontscale 0.75

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

$stripes << EOD
# left right top bottom
0 213 76 100
0 213 124 148
0 213 172 196
0 213 220 244
0 213 268 292
0 213 316 340
0 213 364 388
243 464 76 100
243 464 124 148
243 464 172 196
243 464 220 244
243 464 268 292
243 464 316 340
243 464 364 388
EOD
$rules << EOD
# left y width
0 52 213
0 412 213
243 52 221
243 412 221
EOD

set multiplot layout 1,1 title 'Sigmoid of weight × a very small input' font ',17' margins screen 0.02846,0.97154,0.07185,0.91331 spacing screen 0,0.04065
set label 1 'run 6cf6409d47ec' at screen 0.97154, screen 0.02358 right font ',9.5' textcolor rgb '#777777'

unset border; unset tics; unset grid
# Pixels, from the upper left corner.
set xrange [0:464]; set yrange [414:0]
set label 'input 1' at 12, 12 left font ',14' front
set label 'input' at 51, 40 right textcolor rgb '#555555' front
set label '1' at 51, 64 right front
set label '1' at 51, 88 right front
set label '1' at 51, 112 right front
set label '1' at 51, 136 right front
set label '1' at 51, 160 right front
set label '1' at 51, 184 right front
set label '1' at 51, 208 right front
set label '1' at 51, 232 right front
set label '1' at 51, 256 right front
set label '1' at 51, 280 right front
set label '1' at 51, 304 right front
set label '1' at 51, 328 right front
set label '1' at 51, 352 right front
set label '1' at 51, 376 right front
set label '1' at 51, 400 right front
set label 'weight' at 121.80000000000001, 40 right textcolor rgb '#555555' front
set label '−1' at 121.80000000000001, 64 right front
set label '−0.5' at 121.80000000000001, 88 right front
set label '−0.2' at 121.80000000000001, 112 right front
set label '−0.1' at 121.80000000000001, 136 right front
set label '−0.05' at 121.80000000000001, 160 right front
set label '−0.01' at 121.80000000000001, 184 right front
set label '−0.001' at 121.80000000000001, 208 right front
set label '0' at 121.80000000000001, 232 right front
set label '0.001' at 121.80000000000001, 256 right front
set label '0.01' at 121.80000000000001, 280 right front
set label '0.05' at 121.80000000000001, 304 right front
set label '0.1' at 121.80000000000001, 328 right front
set label '0.2' at 121.80000000000001, 352 right front
set label '0.5' at 121.80000000000001, 376 right front
set label '1' at 121.80000000000001, 400 right front
set label 'sigmoid' at 200.4, 40 right textcolor rgb '#555555' front
set label '0.2689' at 200.4, 64 right front
set label '0.3775' at 200.4, 88 right front
set label '0.4502' at 200.4, 112 right front
set label '0.4750' at 200.4, 136 right front
set label '0.4875' at 200.4, 160 right front
set label '0.4975' at 200.4, 184 right front
set label '0.4998' at 200.4, 208 right front
set label '0.5000' at 200.4, 232 right front
set label '0.5002' at 200.4, 256 right front
set label '0.5025' at 200.4, 280 right front
set label '0.5125' at 200.4, 304 right front
set label '0.5250' at 200.4, 328 right front
set label '0.5498' at 200.4, 352 right front
set label '0.6225' at 200.4, 376 right front
set label '0.7311' at 200.4, 400 right front
set label 'input 0.0001' at 255, 12 left font ',14' front
set label 'input' at 301.8, 40 right textcolor rgb '#555555' front
set label '0.0001' at 301.8, 64 right front
set label '0.0001' at 301.8, 88 right front
set label '0.0001' at 301.8, 112 right front
set label '0.0001' at 301.8, 136 right front
set label '0.0001' at 301.8, 160 right front
set label '0.0001' at 301.8, 184 right front
set label '0.0001' at 301.8, 208 right front
set label '0.0001' at 301.8, 232 right front
set label '0.0001' at 301.8, 256 right front
set label '0.0001' at 301.8, 280 right front
set label '0.0001' at 301.8, 304 right front
set label '0.0001' at 301.8, 328 right front
set label '0.0001' at 301.8, 352 right front
set label '0.0001' at 301.8, 376 right front
set label '0.0001' at 301.8, 400 right front
set label 'weight' at 372.6, 40 right textcolor rgb '#555555' front
set label '−1' at 372.6, 64 right front
set label '−0.5' at 372.6, 88 right front
set label '−0.2' at 372.6, 112 right front
set label '−0.1' at 372.6, 136 right front
set label '−0.05' at 372.6, 160 right front
set label '−0.01' at 372.6, 184 right front
set label '−0.001' at 372.6, 208 right front
set label '0' at 372.6, 232 right front
set label '0.001' at 372.6, 256 right front
set label '0.01' at 372.6, 280 right front
set label '0.05' at 372.6, 304 right front
set label '0.1' at 372.6, 328 right front
set label '0.2' at 372.6, 352 right front
set label '0.5' at 372.6, 376 right front
set label '1' at 372.6, 400 right front
set label 'sigmoid' at 451.20000000000005, 40 right textcolor rgb '#555555' front
set label '0.5000' at 451.20000000000005, 64 right front
set label '0.5000' at 451.20000000000005, 88 right front
set label '0.5000' at 451.20000000000005, 112 right front
set label '0.5000' at 451.20000000000005, 136 right front
set label '0.5000' at 451.20000000000005, 160 right front
set label '0.5000' at 451.20000000000005, 184 right front
set label '0.5000' at 451.20000000000005, 208 right front
set label '0.5000' at 451.20000000000005, 232 right front
set label '0.5000' at 451.20000000000005, 256 right front
set label '0.5000' at 451.20000000000005, 280 right front
set label '0.5000' at 451.20000000000005, 304 right front
set label '0.5000' at 451.20000000000005, 328 right front
set label '0.5000' at 451.20000000000005, 352 right front
set label '0.5000' at 451.20000000000005, 376 right front
set label '0.5000' at 451.20000000000005, 400 right front
plot $stripes using 1:3:1:2:3:4 with boxxyerror fillcolor rgb '#F2F4F7' notitle, \
  $rules using 1:2:3:(0) with vectors nohead linewidth 1 linecolor rgb '#777777' notitle

unset multiplot
