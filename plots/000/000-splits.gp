# 000-splits: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 000-splits.gp > 000-splits.svg
#   gnuplot -d -e "drawing='png'" 000-splits.gp > 000-splits.png
# Titles, labels, ranges, colors and values can be edited by hand.

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 536,375 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_000_splits'
if (drawing eq 'png') set terminal pngcairo size 1072,750 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 5.583333333333333,3.90625 font 'sans-serif,13' noenhanced fontscale 0.75

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
# training validation test
0.6 0.2 0.2
0.98 0.01 0.01
EOD

set multiplot layout 1,1 title 'How much of the data trains, validates and tests' font ',17' margins screen 0.19748,0.72015,0.1396,0.8436 spacing screen 0.42509,0.18133

set ylabel 'share of the data'
set xrange [-0.5:1.5]; set xtics scale 0 ('60-20-20' 0, '98-1-1' 1)
set yrange [0:100]; set ytics 20; set format y '%.0f %%'
set style histogram rowstacked; set boxwidth 0.6
set key at graph 1.02143, graph 1 left top vertical maxrows 3 invert
fits(y) = abs(y) > 3.977272727272727  # whether a bar is high enough for its value
same(a, b) = a*b > 0 ? a : 0  # what lies below: bars of the same sign
plot $bars using (100*$1) with histograms linetype 1 title 'training', \
  '' using (100*$2) with histograms linetype 2 title 'validation', \
  '' using (100*$3) with histograms linetype 3 title 'test', \
  '' using 0:(100*$1/2):(fits(100*$1) ? gprintf('%.4g %%', 100*$1) : '') with labels font ',10.5' textcolor rgb 'white' notitle, \
  '' using 0:(same(100*$1, 100*$2) + 100*$2/2):(fits(100*$2) ? gprintf('%.4g %%', 100*$2) : '') with labels font ',10.5' textcolor rgb 'white' notitle, \
  '' using 0:(same(100*$1, 100*$3) + same(100*$2, 100*$3) + 100*$3/2):(fits(100*$3) ? gprintf('%.4g %%', 100*$3) : '') with labels font ',10.5' textcolor rgb 'white' notitle

unset multiplot
