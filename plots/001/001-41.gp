# 001-41: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-41.gp > 001-41.svg
#   gnuplot -d -e "drawing='png'" 001-41.gp > 001-41.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run b28aecdb63f5f7c1c5337f06fa139e41027238053e94e1dc758199f95441ab90

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 1134,399 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_41'
if (drawing eq 'png') set terminal pngcairo size 2268,798 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 11.8125,4.15625 font 'sans-serif,13' noenhanced fontscale 0.75

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
# output pass 1 pass 2 pass 3
0 0.06027131527662277 0.23080499470233917 -0.0691932663321495
1 -0.07571810483932495 -0.1815693974494934 0.13630498945713043
2 -0.010224984958767891 0.1713302582502365 0.045867323875427246
3 0.06063249707221985 0.07478974014520645 0.17983293533325195
4 0.037093937397003174 0.16014498472213745 0.0876704528927803
5 -0.29617393016815186 -0.11339899897575378 -0.20205771923065186
6 0.05142373591661453 -0.03378526121377945 -0.11992930620908737
7 -0.10233362019062042 0.18245279788970947 0.11503072082996368
8 -0.043787017464637756 -0.1553429812192917 -0.02889050543308258
9 0.17043210566043854 0.21528717875480652 0.1567257195711136
EOD
$panel_2 << EOD
# output pass 1 pass 2 pass 3
0 0.11723069846630096 0.11723069846630096 0.11723069846630096
1 -0.017432862892746925 -0.017432862892746925 -0.017432862892746925
2 0.09817532449960709 0.09817532449960709 0.09817532449960709
3 0.08955515176057816 0.08955515176057816 0.08955515176057816
4 0.12505367398262024 0.12505367398262024 0.12505367398262024
5 -0.18195706605911255 -0.18195706605911255 -0.18195706605911255
6 -0.01691838726401329 -0.01691838726401329 -0.01691838726401329
7 0.07395186275243759 0.07395186275243759 0.07395186275243759
8 -0.0603218674659729 -0.0603218674659729 -0.0603218674659729
9 0.11412505060434341 0.11412505060434341 0.11412505060434341
EOD

set multiplot layout 1,2 title 'One input through a network with dropout, three times in each mode' font ',17' margins screen 0.08646,0.87407,0.23571,0.81216 spacing screen 0.1877,0.27857
set label 1 'run b28aecdb63f5' at screen 0.98765, screen 0.02907 right font ',9.5' textcolor rgb '#777777'

set title 'training mode'
set xlabel 'output'
set ylabel 'value'
set key at graph 1.01765, graph 1 left top vertical maxrows 3
set xrange [-0.5:9.5]; set xtics 2; set format x '%.0f'
set yrange [-0.6:0.6]; set ytics 0.5; set format y '%.1f'
plot $panel_1 using 1:2 with linespoints pointsize 0.3 linetype 1 title 'pass 1', \
  '' using 1:3 with linespoints pointsize 0.3 linetype 2 title 'pass 2', \
  '' using 1:4 with linespoints pointsize 0.3 linetype 3 title 'pass 3'

unset label; unset key
set title 'evaluation mode'
set key at graph 1.01765, graph 1 left top vertical maxrows 3
set xrange [-0.5:9.5]; set xtics 2; set format x '%.0f'
set yrange [-0.6:0.6]; set ytics 0.5; set format y '%.1f'
plot $panel_2 using 1:2 with linespoints pointsize 0.3 linetype 1 title 'pass 1', \
  '' using 1:3 with lines dashtype 2 linetype 2 title 'pass 2', \
  '' using 1:4 with points pointsize 0.8 linetype 3 title 'pass 3'

unset multiplot
