# 001-42-control: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-42-control.gp > 001-42-control.svg
#   gnuplot -d -e "drawing='png'" 001-42-control.gp > 001-42-control.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 54b5e0db30d2ed0c4e85cf89e81f0e2f510b24777aa2acd08c4eb1c18b05cf8e

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 996,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_42_control'
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
0 2.3183 2.3184
1 0.47377 0.43076
2 0.35777 0.36491
3 0.31999 0.3582
4 0.29574 0.33298
5 0.27632 0.35544
6 0.26474 0.34265
7 0.25105 0.33315
8 0.23859 0.31733
9 0.22911 0.32557
10 0.2191 0.32626
11 0.21012 0.31998
12 0.20377 0.35227
13 0.19499 0.34708
14 0.18768 0.35225
15 0.18126 0.354
16 0.17653 0.3497
17 0.16882 0.365
18 0.16469 0.36004
19 0.1596 0.36301
20 0.1548 0.38063
21 0.15211 0.4058
22 0.14819 0.40089
23 0.14237 0.41655
24 0.13743 0.41865
25 0.13579 0.4144
26 0.1305 0.43975
27 0.1278 0.42578
28 0.12326 0.44431
29 0.12163 0.45992
30 0.11917 0.50149
EOD
$panel_2 << EOD
# epoch training validation
0 0.091433 0.0927
1 0.85777 0.8452
2 0.88842 0.8704
3 0.89175 0.874
4 0.90535 0.8801
5 0.90118 0.8747
6 0.90685 0.8765
7 0.9153 0.8835
8 0.92068 0.8893
9 0.92668 0.8896
10 0.92645 0.8933
11 0.92977 0.8884
12 0.92667 0.884
13 0.93145 0.891
14 0.93148 0.8862
15 0.93803 0.8878
16 0.94058 0.8912
17 0.93725 0.8867
18 0.94477 0.8893
19 0.94708 0.892
20 0.94477 0.89
21 0.9459 0.8901
22 0.946 0.883
23 0.94768 0.8909
24 0.9508 0.8916
25 0.9521 0.8945
26 0.9498 0.8829
27 0.95548 0.8912
28 0.95353 0.8939
29 0.95638 0.89
30 0.94575 0.885
EOD

set multiplot layout 1,2 title 'The control, 30 epochs without regularization' font ',17' margins screen 0.10628,0.93394,0.23766,0.817 spacing screen 0.14423,0.19861
set label 1 'run 54b5e0db30d2' at screen 0.98594, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'One seed: another one gives other numbers.' at screen 0.01406, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set key at screen 0.08619, screen 0.91272 left top vertical maxrows 1
set xrange [-0.6:30.6]; set xtics 5; set format x '%.0f'
set yrange [0:1]; set ytics 0.2; set format y '%.1f'
set label '0.119' at graph 1.01765, graph 0.11917 left font ',10.5' textcolor rgb '#0072B2'
set label '0.501' at graph 1.01765, graph 0.50149 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_1 every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:3 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:3 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label; unset key
set ylabel 'accuracy'
set xrange [-0.6:30.6]; set xtics 5; set format x '%.0f'
set yrange [80:100]; set ytics 5; set format y '%.0f %%'
set label '94.6 %' at graph 1.01765, graph 0.72875 left font ',10.5' textcolor rgb '#0072B2'
set label '88.5 %' at graph 1.01765, graph 0.425 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_2 every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$3) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$3) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset multiplot
