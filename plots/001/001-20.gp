# 001-20: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-20.gp > 001-20.svg
#   gnuplot -d -e "drawing='png'" 001-20.gp > 001-20.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 796b0d0f945cbd91c0a0981587f19b3246eec7a60e7f442366d0f9ab3ece6267

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 980,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_20'
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
1 4.024571577707927 2.0609635702049154
2 1.416886329650879 0.9694663588043885
3 0.8186071813106537 0.7233153653491304
4 0.6499055425326029 0.6037637915394706
5 0.5546940763791403 0.5448263155830735
EOD
$panel_2 << EOD
# epoch training validation
0 0.09143333333333334 0.0927
1 0.40596666666666664 0.4022
2 0.6306666666666667 0.6218
3 0.7305333333333334 0.715
4 0.7790833333333333 0.7696
5 0.8102166666666667 0.8002
EOD

set multiplot layout 1,2 title 'Adam with batches of 10,000, learning rate 0.01' font ',17' margins screen 0.10005,0.93286,0.23766,0.817 spacing screen 0.13862,0.19861
set label 1 'run 796b0d0f945c' at screen 0.98571, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'One seed: another one gives other numbers.' at screen 0.01429, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set key at screen 0.07964, screen 0.91272 left top vertical maxrows 1
set xrange [-0.5:5.5]; set xtics 1; set format x '%.0f'
set yrange [0:5]; set ytics 1; set format y '%.0f'
set label '0.555' at graph 1.01765, graph 0.13821 left font ',10.5' textcolor rgb '#0072B2'
set label '0.545' at graph 1.01765, graph 0.08169 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_1 every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:3 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:3 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label; unset key
set ylabel 'accuracy'
set xrange [-0.5:5.5]; set xtics 1; set format x '%.0f'
set yrange [40:90]; set ytics 10; set format y '%.0f %%'
set label '81.0 %' at graph 1.01765, graph 0.83868 left font ',10.5' textcolor rgb '#0072B2'
set label '80.0 %' at graph 1.01765, graph 0.78216 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_2 every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$3) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$3) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset multiplot
