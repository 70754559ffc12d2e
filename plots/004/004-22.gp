# 004-22: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 004-22.gp > 004-22.svg
#   gnuplot -d -e "drawing='png'" 004-22.gp > 004-22.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 99d96d6568ebe0653d352f8fc350173d535c40aed55984597be850d4f34aabff

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 996,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_004_22'
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
0 2.394339963675947 2.3939607276165797
1 0.6312914878129959 0.4935259489771117
2 0.3898758471973481 0.5417055419914903
3 0.32635976763502245 0.4575762009307601
4 0.2719809047156765 0.5168852823244053
5 0.22211135361463794 0.3900906763733344
6 0.18166608538839124 0.4296714039898955
7 0.16496624589687395 0.47401580094982554
8 0.14939204228501166 0.5696174962861509
EOD
$panel_2 << EOD
# epoch training validation
0 0.09770930468274884 0.1043731778425656
1 0.7733630650719643 0.819533527696793
2 0.8598216095682141 0.8122448979591836
3 0.8796878167443746 0.8402332361516035
4 0.8992499493209001 0.8259475218658893
5 0.9234745590918305 0.8696793002915452
6 0.9339144536793027 0.8594752186588921
7 0.9385769308737076 0.8422740524781341
8 0.9464828704642205 0.8344023323615161
EOD

set multiplot layout 1,2 title 'ResNet-18, loss and accuracy' font ',17' margins screen 0.10628,0.93394,0.23766,0.817 spacing screen 0.14423,0.19861
set label 1 'run 99d96d6568eb' at screen 0.98594, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'One seed: another one gives other numbers.' at screen 0.01406, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set key at screen 0.08619, screen 0.91272 left top vertical maxrows 1
set xrange [-0.5:12.5]; set xtics 2; set format x '%.0f'
set yrange [0:0.8]; set ytics 0.2; set format y '%.1f'
set label '0.149' at graph 1.01765, graph 0.18674 left font ',10.5' textcolor rgb '#0072B2'
set label '0.570' at graph 1.01765, graph 0.71202 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_1 every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:3 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:3 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label; unset key
set ylabel 'accuracy'
set xrange [-0.5:12.5]; set xtics 2; set format x '%.0f'
set yrange [70:100]; set ytics 10; set format y '%.0f %%'
set label '94.6 %' at graph 1.01765, graph 0.82161 left font ',10.5' textcolor rgb '#0072B2'
set label '83.4 %' at graph 1.01765, graph 0.44801 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_2 every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$3) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$3) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset multiplot
