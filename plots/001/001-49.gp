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
0 2.526435850660006 2.318386138534546
1 0.7152687610467275 0.4649917041886245
2 0.6282527579466501 0.4172898047589693
3 0.5948870085080464 0.4289478875494715
4 0.5726996405760447 0.39839749124644025
5 0.5561691467126211 0.4054909930161198
6 0.5521120072841644 0.40036943163554023
7 0.5467646947383881 0.4025093686672555
8 0.5411124560594559 0.38492715160877067
9 0.5371375050385793 0.36819399497841454
10 0.5333367066542307 0.3816122288498491
11 0.529731008418401 0.39003317206678867
12 0.5313117720842362 0.3808300563210339
13 0.5272748386224111 0.3708552776091426
14 0.5243804643154144 0.4132539268758209
15 0.5253319187005361 0.37130035468819594
16 0.5233231917381287 0.36303855389055945
17 0.5217453540166219 0.3693107176191183
18 0.5221520469665527 0.370424287048346
19 0.5204392672220866 0.3650109268622373
20 0.5206078986644744 0.36523546242667915
21 0.5180049570401509 0.3805791269183768
22 0.5178601593812306 0.36144746994675925
23 0.517365124575297 0.3610452181947797
24 0.5168516346295675 0.37617737165931164
25 0.517859716741244 0.37048649230584035
26 0.5179134654521942 0.3666488699725347
27 0.5149584139982859 0.37620326321268965
28 0.5160147205511729 0.3659491618910192
29 0.5150845314820608 0.38282370220057294
30 0.5168111308574677 0.3780609054492698
EOD
$panel_2 << EOD
# epoch training validation
0 0.09143333333333334 0.0927
1 0.8499 0.8322
2 0.86835 0.8536
3 0.8658833333333333 0.846
4 0.8774 0.8584
5 0.8768666666666667 0.8558
6 0.87365 0.8527
7 0.8745 0.8544
8 0.8803333333333333 0.8608
9 0.8884 0.8696
10 0.8866333333333334 0.8655
11 0.8802 0.8597
12 0.8845833333333334 0.8672
13 0.88835 0.8687
14 0.8703 0.8481
15 0.8895166666666666 0.8665
16 0.89015 0.8688
17 0.89005 0.8696
18 0.8884166666666666 0.8656
19 0.8907833333333334 0.8722
20 0.8927833333333334 0.8715
21 0.8871833333333333 0.865
22 0.8937 0.8699
23 0.8959333333333334 0.8725
24 0.8880333333333333 0.8667
25 0.8890333333333333 0.8717
26 0.8916 0.8671
27 0.88985 0.8648
28 0.8891833333333333 0.8677
29 0.88765 0.8687
30 0.8899666666666667 0.8658
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
