# 004-01-steps: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 004-01-steps.gp > 004-01-steps.svg
#   gnuplot -d -e "drawing='png'" 004-01-steps.gp > 004-01-steps.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 19503f4bf38295575981a59a5a8cf99de51d5f060c47990ac92db5985ef9e7d1

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 553,200 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_004_01_steps'
if (drawing eq 'png') set terminal pngcairo size 1106,400 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 5.760416666666667,2.0833333333333335 font 'sans-serif,13' noenhanced fontscale 0.75

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
0 525 48 72
0 525 96 120
EOD
$rules << EOD
# left y width
0 24 525
0 120 525
EOD

set multiplot layout 1,1 title 'Steps until 1 % of the distance is left' font ',17' margins screen 0.02532,0.97468,0.17675,0.78675 spacing screen 0,0.1
set label 1 'run 19503f4bf382' at screen 0.97468, screen 0.058 right font ',9.5' textcolor rgb '#777777'

unset border; unset tics; unset grid
# Pixels, from the upper left corner.
set xrange [0:525]; set yrange [122:0]
set label 'inputs' at 12, 12 left textcolor rgb '#555555' front
set label 'as they are' at 12, 36 left front
set label 'as they are' at 12, 60 left front
set label 'normalized' at 12, 84 left front
set label 'normalized' at 12, 108 left front
set label 'learning rate' at 223.2, 12 right textcolor rgb '#555555' front
set label '0.04' at 223.2, 36 right front
set label '0.3' at 223.2, 60 right front
set label '0.04' at 223.2, 84 right front
set label '0.3' at 223.2, 108 right front
set label 'steps' at 286.2, 12 right textcolor rgb '#555555' front
set label '60' at 286.2, 36 right front
set label '3' at 286.2, 60 right front
set label '56' at 286.2, 84 right front
set label '6' at 286.2, 108 right front
set label 'share of the distance left' at 513, 12 right textcolor rgb '#555555' front
set label '0.010' at 513, 36 right front
set label '957.381' at 513, 60 right front
set label '0.009' at 513, 84 right front
set label '0.004' at 513, 108 right front
plot $stripes using 1:3:1:2:3:4 with boxxyerror fillcolor rgb '#F2F4F7' notitle, \
  $rules using 1:2:3:(0) with vectors nohead linewidth 1 linecolor rgb '#777777' notitle

unset multiplot
