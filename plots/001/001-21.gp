# 001-21: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-21.gp > 001-21.svg
#   gnuplot -d -e "drawing='png'" 001-21.gp > 001-21.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 9e1c8bb5e1a427267c750fe9640487bfb9f094977adf3f82aa1c8e5468cf97fb

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 980,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_21'
if (drawing eq 'png') set terminal pngcairo size 1960,794 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 10.208333333333334,4.135416666666667 font 'sans-serif,13' noenhanced fontscale 0.75

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
0 2.3182643191019694 2.318386138534546
1 0.8432102755228679 0.6155464708801738
2 0.5361783781290055 0.5228902958578281
3 0.48219965667724607 0.49425297209612445
4 0.4542840147972107 0.46682812860043704
5 0.4347110745191574 0.4522996550643638
6 0.4188706657568614 0.4465063303197359
7 0.40593206777175267 0.4333789848583762
8 0.39516843973795573 0.42246701458744074
9 0.38613878111044564 0.4153556443223353
10 0.3772067498803139 0.41065332569560503
EOD
$panel_2 << EOD
# epoch training validation
0 0.09143333333333334 0.0927
1 0.80315 0.7894
2 0.8316166666666667 0.8174
3 0.8387166666666667 0.8252
4 0.84975 0.8381
5 0.8574666666666667 0.8411
6 0.85735 0.8382
7 0.8642166666666666 0.8483
8 0.8676166666666667 0.8506
9 0.8709 0.8553
10 0.8726666666666667 0.8559
EOD

set multiplot layout 1,2 title 'SGD, learning rate 0.01, ten epochs' font ',17' margins screen 0.10005,0.93286,0.23766,0.817 spacing screen 0.13862,0.19861
set label 1 'run 9e1c8bb5e1a4' at screen 0.98571, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'One seed: another one gives other numbers.' at screen 0.01429, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set key at screen 0.07964, screen 0.91272 left top vertical maxrows 1
set xrange [-0.5:10.5]; set xtics 2; set format x '%.0f'
set yrange [0.2:1]; set ytics 0.2; set format y '%.1f'
set label '0.377' at graph 1.01765, graph 0.21415 left font ',10.5' textcolor rgb '#0072B2'
set label '0.411' at graph 1.01765, graph 0.27067 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_1 every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:3 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:3 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label; unset key
set ylabel 'accuracy'
set xrange [-0.5:10.5]; set xtics 2; set format x '%.0f'
set yrange [75:90]; set ytics 5; set format y '%.0f %%'
set label '87.3 %' at graph 1.01765, graph 0.81778 left font ',10.5' textcolor rgb '#0072B2'
set label '85.6 %' at graph 1.01765, graph 0.706 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_2 every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$3) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$3) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset multiplot
