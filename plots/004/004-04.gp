# 004-04: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 004-04.gp > 004-04.svg
#   gnuplot -d -e "drawing='png'" 004-04.gp > 004-04.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 9d6763e892ce692bfb1b745ef483fd274d930c78bc858dc5eebd9a4a5ac915e8

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 649,467 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_004_04'
if (drawing eq 'png') set terminal pngcairo size 1298,934 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 6.760416666666667,4.864583333333333 font 'sans-serif,13' noenhanced fontscale 0.75

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
# batch training mode evaluation mode
1 0.7461273670196533 0.9702164530754089
2 1.1091609001159668 0.9702164530754089
3 1.1921436786651611 0.9702164530754089
4 0.7944152355194092 0.9702164530754089
5 0.862156093120575 0.9702164530754089
6 1.5258054733276367 0.9702164530754089
7 0.933935284614563 0.9702164530754089
8 0.550453245639801 0.9702164530754089
EOD

set multiplot layout 1,1 title 'One example in eight batches, in both modes' font ',17' margins screen 0.13906,0.94145,0.20203,0.84443 spacing screen 0.15447,0.16884
set label 1 'run 9d6763e892ce' at screen 0.97843, screen 0.02484 right font ',9.5' textcolor rgb '#777777'

set xlabel 'batch'
set ylabel 'normalized value of 5'
set key at screen 0.10824, screen 0.9258 left top vertical maxrows 1
set xrange [0.5:8.5]; set xtics 2; set format x '%.0f'
set yrange [0.5:2]; set ytics 0.5; set format y '%.1f'
plot $panel_1 using 1:2 with points pointsize 0.8 linetype 1 title 'training mode', \
  '' using 1:3 with linespoints pointsize 0.3 linetype 2 title 'evaluation mode'

unset multiplot
