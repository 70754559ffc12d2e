# 004-08: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 004-08.gp > 004-08.svg
#   gnuplot -d -e "drawing='png'" 004-08.gp > 004-08.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run e2b8b737f734a110cb847e0cd4213d167f8214ee536cb47eb5038ec273dfaf63

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 773,248 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_004_08'
if (drawing eq 'png') set terminal pngcairo size 1546,496 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 8.052083333333334,2.5833333333333335 font 'sans-serif,13' noenhanced fontscale 0.75

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
0 745 48 72
0 745 96 120
0 745 144 168
EOD
$rules << EOD
# left y width
0 24 745
0 168 745
EOD

set multiplot layout 1,1 title 'Parameters of full layers and of filters' font ',17' margins screen 0.01811,0.98189,0.14254,0.82802 spacing screen 0,0.08065
set label 1 'run e2b8b737f734' at screen 0.98189, screen 0.04677 right font ',9.5' textcolor rgb '#777777'

unset border; unset tics; unset grid
# Pixels, from the upper left corner.
set xrange [0:745]; set yrange [170:0]
set label 'input' at 12, 12 left textcolor rgb '#555555' front
set label '6 × 6' at 12, 36 left front
set label '6 × 6' at 12, 60 left front
set label '4 × 4 × 64' at 12, 84 left front
set label '4 × 4 × 64' at 12, 108 left front
set label '100 × 100 × 3' at 12, 132 left front
set label '100 × 100 × 3' at 12, 156 left front
set label 'layer' at 137.39999999999998, 12 left textcolor rgb '#555555' front
set label 'full layer' at 137.39999999999998, 36 left front
set label 'one 3 × 3 filter' at 137.39999999999998, 60 left front
set label 'full layer' at 137.39999999999998, 84 left front
set label '64 filters of 3 × 3 × 64' at 137.39999999999998, 108 left front
set label 'full layer' at 137.39999999999998, 132 left front
set label '64 filters of 3 × 3 × 3' at 137.39999999999998, 156 left front
set label 'output' at 348.59999999999997, 12 left textcolor rgb '#555555' front
set label '4 × 4' at 348.59999999999997, 36 left front
set label '4 × 4' at 348.59999999999997, 60 left front
set label '2 × 2 × 64' at 348.59999999999997, 84 left front
set label '2 × 2 × 64' at 348.59999999999997, 108 left front
set label '1,000' at 348.59999999999997, 132 left front
set label '100 × 100 × 64' at 348.59999999999997, 156 left front
set label 'weights' at 559.8, 12 right textcolor rgb '#555555' front
set label '576' at 559.8, 36 right front
set label '9' at 559.8, 60 right front
set label '262,144' at 559.8, 84 right front
set label '36,864' at 559.8, 108 right front
set label '30,000,000' at 559.8, 132 right front
set label '1,728' at 559.8, 156 right front
set label 'biases' at 630.5999999999999, 12 right textcolor rgb '#555555' front
set label '16' at 630.5999999999999, 36 right front
set label '1' at 630.5999999999999, 60 right front
set label '256' at 630.5999999999999, 84 right front
set label '64' at 630.5999999999999, 108 right front
set label '1,000' at 630.5999999999999, 132 right front
set label '64' at 630.5999999999999, 156 right front
set label 'parameters' at 732.5999999999999, 12 right textcolor rgb '#555555' front
set label '592' at 732.5999999999999, 36 right front
set label '10' at 732.5999999999999, 60 right front
set label '262,400' at 732.5999999999999, 84 right front
set label '36,928' at 732.5999999999999, 108 right front
set label '30,001,000' at 732.5999999999999, 132 right front
set label '1,792' at 732.5999999999999, 156 right front
plot $stripes using 1:3:1:2:3:4 with boxxyerror fillcolor rgb '#F2F4F7' notitle, \
  $rules using 1:2:3:(0) with vectors nohead linewidth 1 linecolor rgb '#777777' notitle

unset multiplot
