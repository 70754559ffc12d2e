# 001-45: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-45.gp > 001-45.svg
#   gnuplot -d -e "drawing='png'" 001-45.gp > 001-45.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 3bc8b24e7d44b406183eac13d3dd46e252e2ca041f3a0dac7b73f60f7250c5b0

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 996,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_45'
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
0 3.7369 2.3184
1 0.88126 0.49479
2 0.61352 0.43472
3 0.54815 0.4402
4 0.53386 0.40412
5 0.50828 0.40519
6 0.49544 0.39462
7 0.48343 0.3822
8 0.47711 0.39111
9 0.4728 0.38265
10 0.46639 0.37403
11 0.46222 0.40031
12 0.46664 0.39082
13 0.45611 0.37624
14 0.45655 0.4101
15 0.45337 0.36824
16 0.45157 0.36054
17 0.44448 0.36798
18 0.44857 0.38302
19 0.4473 0.35345
20 0.44084 0.36266
21 0.44043 0.39812
22 0.44265 0.37394
23 0.44188 0.38883
24 0.44019 0.3701
25 0.43981 0.37856
26 0.43964 0.36237
27 0.43929 0.39014
28 0.43765 0.36264
29 0.43236 0.35947
30 0.44081 0.37709
EOD
$panel_2 << EOD
# epoch training validation
0 0.091433 0.0927
1 0.83815 0.826
2 0.85808 0.8435
3 0.85402 0.8389
4 0.86895 0.8563
5 0.87033 0.8543
6 0.87577 0.8582
7 0.87988 0.8608
8 0.87663 0.8602
9 0.88032 0.8614
10 0.88392 0.8658
11 0.87515 0.8576
12 0.87747 0.8572
13 0.88677 0.8646
14 0.87183 0.8494
15 0.88903 0.8708
16 0.88982 0.8679
17 0.89053 0.8684
18 0.88413 0.8641
19 0.89363 0.8724
20 0.89235 0.8703
21 0.8819 0.8608
22 0.88968 0.8667
23 0.88065 0.8622
24 0.88788 0.8633
25 0.88813 0.8704
26 0.8917 0.8684
27 0.88488 0.8634
28 0.89095 0.8696
29 0.8917 0.8726
30 0.89088 0.8645
EOD

set multiplot layout 1,2 title 'L1 penalty, weight 0.0001, 30 epochs' font ',17' margins screen 0.10628,0.93394,0.23766,0.817 spacing screen 0.14423,0.19861
set label 1 'run 3bc8b24e7d44' at screen 0.98594, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'One seed: another one gives other numbers.' at screen 0.01406, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set key at screen 0.08619, screen 0.91272 left top vertical maxrows 1
set xrange [-0.6:30.6]; set xtics 5; set format x '%.0f'
set yrange [0:1]; set ytics 0.2; set format y '%.1f'
set label '0.441' at graph 1.01765, graph 0.44081 left font ',10.5' textcolor rgb '#0072B2'
set label '0.377' at graph 1.01765, graph 0.37709 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_1 every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:3 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:3 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label; unset key
set ylabel 'accuracy'
set xrange [-0.6:30.6]; set xtics 5; set format x '%.0f'
set yrange [80:100]; set ytics 5; set format y '%.0f %%'
set label '89.1 %' at graph 1.01765, graph 0.45442 left font ',10.5' textcolor rgb '#0072B2'
set label '86.5 %' at graph 1.01765, graph 0.3225 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_2 every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$3) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$3) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset multiplot
