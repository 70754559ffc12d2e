# 003-scores: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 003-scores.gp > 003-scores.svg
#   gnuplot -d -e "drawing='png'" 003-scores.gp > 003-scores.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 3384d50bad5d90750649d113846f8eeb582dfcebedd55a9abca787a4f3966723
# run be48789b3b8d79db4e97e9b82bead95b5b6d4731849cad45edeec60988104df3
# run 0ce67d2e3d6174e599eb0511a22d42b18e51a1e442bc458521100e98c48fed17
# run 2288e92c3115cbfa8c8f9d71de5e1b3e788213b2608718facfe401ec0d59ac4c
# run 53dbc46d84ae39a121942b646605c575e3c6efa710ff90c92b180f66349ee6d0
# run c02092e9e1fa2099fbf8f0b61a896055e3aee9c37321c93a87708ecab8c3f57d

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 992,390 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_003_scores'
if (drawing eq 'png') set terminal pngcairo size 1984,780 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 10.333333333333334,4.0625 font 'sans-serif,13' noenhanced fontscale 0.75

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
0.8636
0.9031
0.9692
0.9526
0.9744
0.9741
EOD
$labels << EOD
# place height value
0 0.8636 0.8636
1 0.9046151515151515 0.9031
2 0.9715151515151514 0.9692
3 0.9612151515151515 0.9526
4 0.9744 0.9744
5 0.9741 0.9741
EOD
$reported << EOD
# place value
1.21 0.9031
2.21 0.97
3.21 0.9597
5.21 0.97
EOD

set multiplot layout 1,1 title 'Score on the 10,000 test images' font ',17' margins screen 0.1067,0.86452,0.17269,0.84962 spacing screen 0.21396,0.17436
set label 1 '6 runs' at screen 0.98589, screen 0.02974 right font ',9.5' textcolor rgb '#777777'
set label 2 'One seed: another one gives other numbers.' at screen 0.01411, screen 0.02974 left font ',9.5' textcolor rgb '#777777'

set ylabel 'Validation accuracy'
set xrange [-0.5:5.5]; set xtics scale 0 ('MSE, sigmoid' 0, 'BCE, sigmoid' 1, 'MSE, LeakyReLU' 2, 'and Adam' 3, 'and LayerNorm' 4, 'combined' 5)
set yrange [80:100]; set ytics 5; set format y '%.0f %%'
set style histogram clustered gap 1; set boxwidth 0.7 relative
set key at graph 1.00799, graph 1 left top vertical maxrows 1
plot $bars using (100*$1) with histograms linetype 1 notitle, \
  $labels using 1:(100*$2):(gprintf('%.4g %%', 100*$3)) with labels font ',10.5' offset 0,0.6 notitle, \
  $reported using 1:(100*$2) with points pointtype 6 pointsize 0.8 linewidth 1.2 linecolor rgb '#000000' title 'reported'

unset multiplot
