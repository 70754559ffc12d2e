# 001-13: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-13.gp > 001-13.svg
#   gnuplot -d -e "drawing='png'" 001-13.gp > 001-13.png
# Titles, labels, ranges, colors and values can be edited by hand.

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 664,372 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_13'
if (drawing eq 'png') set terminal pngcairo size 1328,744 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 6.916666666666667,3.875 font 'sans-serif,13' noenhanced fontscale 0.75

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
0 291 76 100
321 636 76 100
321 636 124 148
321 636 172 196
321 636 220 244
321 636 268 292
EOD
$rules << EOD
# left y width
0 52 291
0 100 291
321 52 315
321 292 315
EOD

set multiplot layout 1,1 title 'Fashion-MNIST in numbers' font ',17' margins screen 0.02108,0.97892,0.09503,0.88535 spacing screen 0,0.05376
set label 2 'Data 24e368acc0dd.' at screen 0.02108, screen 0.03118 left font ',9.5' textcolor rgb '#777777'

unset border; unset tics; unset grid
# Pixels, from the upper left corner.
set xrange [0:636]; set yrange [294:0]
set label 'Parts' at 12, 12 left font ',14' front
set label 'part' at 12, 40 left textcolor rgb '#555555' front
set label 'training' at 12, 64 left front
set label 'test' at 12, 88 left front
set label 'examples' at 160.8, 40 right textcolor rgb '#555555' front
set label '60000' at 160.8, 64 right front
set label '10000' at 160.8, 88 right front
set label 'shape of one' at 184.8, 40 left textcolor rgb '#555555' front
set label '(1, 28, 28)' at 184.8, 64 left front
set label '(1, 28, 28)' at 184.8, 88 left front
set label '10 classes' at 333, 12 left font ',14' front
set label 'label' at 372, 40 right textcolor rgb '#555555' front
set label '0' at 372, 64 right front
set label '1' at 372, 88 right front
set label '2' at 372, 112 right front
set label '3' at 372, 136 right front
set label '4' at 372, 160 right front
set label '5' at 372, 184 right front
set label '6' at 372, 208 right front
set label '7' at 372, 232 right front
set label '8' at 372, 256 right front
set label '9' at 372, 280 right front
set label 'name' at 396, 40 left textcolor rgb '#555555' front
set label 'T-shirt/top' at 396, 64 left front
set label 'Trouser' at 396, 88 left front
set label 'Pullover' at 396, 112 left front
set label 'Dress' at 396, 136 left front
set label 'Coat' at 396, 160 left front
set label 'Sandal' at 396, 184 left front
set label 'Shirt' at 396, 208 left front
set label 'Sneaker' at 396, 232 left front
set label 'Bag' at 396, 256 left front
set label 'Ankle boot' at 396, 280 left front
set label 'training' at 568.2, 40 right textcolor rgb '#555555' front
set label '6000' at 568.2, 64 right front
set label '6000' at 568.2, 88 right front
set label '6000' at 568.2, 112 right front
set label '6000' at 568.2, 136 right front
set label '6000' at 568.2, 160 right front
set label '6000' at 568.2, 184 right front
set label '6000' at 568.2, 208 right front
set label '6000' at 568.2, 232 right front
set label '6000' at 568.2, 256 right front
set label '6000' at 568.2, 280 right front
set label 'test' at 623.4000000000001, 40 right textcolor rgb '#555555' front
set label '1000' at 623.4000000000001, 64 right front
set label '1000' at 623.4000000000001, 88 right front
set label '1000' at 623.4000000000001, 112 right front
set label '1000' at 623.4000000000001, 136 right front
set label '1000' at 623.4000000000001, 160 right front
set label '1000' at 623.4000000000001, 184 right front
set label '1000' at 623.4000000000001, 208 right front
set label '1000' at 623.4000000000001, 232 right front
set label '1000' at 623.4000000000001, 256 right front
set label '1000' at 623.4000000000001, 280 right front
plot $stripes using 1:3:1:2:3:4 with boxxyerror fillcolor rgb '#F2F4F7' notitle, \
  $rules using 1:2:3:(0) with vectors nohead linewidth 1 linecolor rgb '#777777' notitle

unset multiplot
