# 004-21: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 004-21.gp > 004-21.svg
#   gnuplot -d -e "drawing='png'" 004-21.gp > 004-21.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 01c22aa4ab9c324867ad4237f7ab835c982b2d51ff226ed9a58908a8a93f92b3

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 996,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_004_21'
if (drawing eq 'png') set terminal pngcairo size 1992,794 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 10.375,4.135416666666667 font 'sans-serif,13' noenhanced fontscale 0.75

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
# epoch training validation
0 2.3956978921592538 2.3954959136056484
1 0.6222839901524205 0.5696964111318534
2 0.36784533464139507 0.44382284565528923
3 0.28921595494593344 0.34838980526245295
4 0.24106114816761787 0.3662869183272007
5 0.2043006422538911 0.4288508944925116
6 0.1640945092564629 0.4832826518496143
7 0.13501953493443228 0.38233116407263407
8 0.11126770987626045 0.6543080429146755
EOD
$panel_2 << EOD
# epoch training validation
0 0.10014190147982972 0.09300291545189504
1 0.7781269004662478 0.7839650145772594
2 0.8645854449624975 0.8425655976676385
3 0.8956010541252787 0.8807580174927113
4 0.914555037502534 0.8775510204081632
5 0.9245894992904926 0.8714285714285714
6 0.9413136022704237 0.8486880466472303
7 0.951550780458139 0.8801749271137026
8 0.9587472126495034 0.8387755102040816
EOD

set multiplot layout 1,2 title 'The CNN, loss and accuracy' font ',17' margins screen 0.10628,0.93394,0.23766,0.817 spacing screen 0.14423,0.19861
set label 1 'run 01c22aa4ab9c' at screen 0.98594, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'One seed: another one gives other numbers.' at screen 0.01406, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set key at screen 0.08619, screen 0.91272 left top vertical maxrows 1
set xrange [-0.5:12.5]; set xtics 2; set format x '%.0f'
set yrange [0:0.8]; set ytics 0.2; set format y '%.1f'
set label '0.111' at graph 1.01765, graph 0.13908 left font ',10.5' textcolor rgb '#0072B2'
set label '0.654' at graph 1.01765, graph 0.81789 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_1 every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:3 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:3 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label; unset key
set ylabel 'accuracy'
set xrange [-0.5:12.5]; set xtics 2; set format x '%.0f'
set yrange [70:100]; set ytics 10; set format y '%.0f %%'
set label '95.9 %' at graph 1.01765, graph 0.86249 left font ',10.5' textcolor rgb '#0072B2'
set label '83.9 %' at graph 1.01765, graph 0.46259 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_2 every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$3) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$3) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset multiplot
