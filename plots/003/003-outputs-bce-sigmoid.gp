# 003-outputs-bce-sigmoid: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 003-outputs-bce-sigmoid.gp > 003-outputs-bce-sigmoid.svg
#   gnuplot -d -e "drawing='png'" 003-outputs-bce-sigmoid.gp > 003-outputs-bce-sigmoid.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run be48789b3b8d79db4e97e9b82bead95b5b6d4731849cad45edeec60988104df3

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 1169,409 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_003_outputs_bce_sigmoid'
if (drawing eq 'png') set terminal pngcairo size 2338,818 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 12.177083333333334,4.260416666666667 font 'sans-serif,13' noenhanced fontscale 0.75

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
0.00010938887135125697
0.00017185889009851962
0.0005158165586180985
0.0015295459888875484
0.9555035829544067
0.019687771797180176
0.004181405995041132
0.0030273529700934887
0.0006890387157909572
0.08175268024206161
EOD

set multiplot layout 1,1 title 'The ten outputs for test record 19, binary cross-entropy and sigmoid' font ',17' margins screen 0.0772,0.96749,0.21112,0.8566 spacing screen 0.08576,0.21235
set label 1 'run be48789b3b8d' at screen 0.98802, screen 0.02836 right font ',9.5' textcolor rgb '#777777'
set label 2 'Test record 19, which shows 4. One seed: another one gives other numbers.' at screen 0.01198, screen 0.02836 left font ',9.5' textcolor rgb '#777777'

set xlabel 'class'
set ylabel 'output'
set xrange [-0.5:9.5]; set xtics scale 0 ('0' 0, '1' 1, '2' 2, '3' 3, '4' 4, '5' 5, '6' 6, '7' 7, '8' 8, '9' 9)
set yrange [0:1]; set ytics 0.2; set format y '%.1f'
set style histogram clustered gap 1
plot $bars using ($1) with histograms linetype 1 notitle, \
  '' using 0:($1):(gprintf('%.3g', $1)) with labels font ',10.5' offset 0,0.6 notitle

unset multiplot
