# 001-49: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-49.gp > 001-49.svg
#   gnuplot -d -e "drawing='png'" 001-49.gp > 001-49.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 809ee304f969b787e841181566c33a22bd229e1145d1fd4a435ff9b2abf66a15

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 996,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_49'
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
0 2.5264 2.3184
1 0.71527 0.46499
2 0.62825 0.41729
3 0.59489 0.42895
4 0.5727 0.3984
5 0.55617 0.40549
6 0.55211 0.40037
7 0.54676 0.40251
8 0.54111 0.38493
9 0.53714 0.36819
10 0.53334 0.38161
11 0.52973 0.39003
12 0.53131 0.38083
13 0.52727 0.37086
14 0.52438 0.41325
15 0.52533 0.3713
16 0.52332 0.36304
17 0.52175 0.36931
18 0.52215 0.37042
19 0.52044 0.36501
20 0.52061 0.36524
21 0.518 0.38058
22 0.51786 0.36145
23 0.51737 0.36105
24 0.51685 0.37618
25 0.51786 0.37049
26 0.51791 0.36665
27 0.51496 0.3762
28 0.51601 0.36595
29 0.51508 0.38282
30 0.51681 0.37806
EOD
$panel_2 << EOD
# epoch training validation
0 0.091433 0.0927
1 0.8499 0.8322
2 0.86835 0.8536
3 0.86588 0.846
4 0.8774 0.8584
5 0.87687 0.8558
6 0.87365 0.8527
7 0.8745 0.8544
8 0.88033 0.8608
9 0.8884 0.8696
10 0.88663 0.8655
11 0.8802 0.8597
12 0.88458 0.8672
13 0.88835 0.8687
14 0.8703 0.8481
15 0.88952 0.8665
16 0.89015 0.8688
17 0.89005 0.8696
18 0.88842 0.8656
19 0.89078 0.8722
20 0.89278 0.8715
21 0.88718 0.865
22 0.8937 0.8699
23 0.89593 0.8725
24 0.88803 0.8667
25 0.88903 0.8717
26 0.8916 0.8671
27 0.88985 0.8648
28 0.88918 0.8677
29 0.88765 0.8687
30 0.88997 0.8658
EOD

set multiplot layout 1,2 title 'L2 penalty, weight 0.01, 30 epochs' font ',17' margins screen 0.10628,0.93394,0.23766,0.817 spacing screen 0.14423,0.19861
set label 1 'run 809ee304f969' at screen 0.98594, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'One seed: another one gives other numbers.' at screen 0.01406, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set key at screen 0.08619, screen 0.91272 left top vertical maxrows 1
set xrange [-0.6:30.6]; set xtics 5; set format x '%.0f'
set yrange [0:0.8]; set ytics 0.2; set format y '%.1f'
set label '0.517' at graph 1.01765, graph 0.64601 left font ',10.5' textcolor rgb '#0072B2'
set label '0.378' at graph 1.01765, graph 0.47258 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_1 every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:3 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:3 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label; unset key
set ylabel 'accuracy'
set xrange [-0.6:30.6]; set xtics 5; set format x '%.0f'
set yrange [80:100]; set ytics 5; set format y '%.0f %%'
set label '89.0 %' at graph 1.01765, graph 0.44983 left font ',10.5' textcolor rgb '#0072B2'
set label '86.6 %' at graph 1.01765, graph 0.329 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_2 every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$3) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$3) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset multiplot
