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
0 2.3182643191019694 2.318386138534546
1 0.473768693592151 0.4307611427831559
2 0.3577728852550189 0.3649055361099154
3 0.3199854855934779 0.35819958969231697
4 0.29573945884108543 0.33297556170714715
5 0.2763217354863882 0.35544343112273896
6 0.26473685877472164 0.34265136977950644
7 0.25104829996426903 0.3331459255104831
8 0.23859444530357918 0.31733343566800937
9 0.22910639437933764 0.32557076091806664
10 0.2190977088391781 0.326264681856731
11 0.21012418292065463 0.31998407078131735
12 0.20377414663235346 0.3522670933891177
13 0.19499399926364422 0.3470829175323667
14 0.18768223242933552 0.35225228189184843
15 0.18125928292075794 0.3540048418617109
16 0.1765304047510028 0.3497033651376227
17 0.16881591904610396 0.3649960209046811
18 0.1646862294750909 0.3600354833211953
19 0.1596021301070849 0.3630059862218104
20 0.15480073536386094 0.3806299241321078
21 0.15210805746441086 0.4057984996803421
22 0.14819272357548277 0.40088619156222516
23 0.14237172415902216 0.41655043757708926
24 0.13742805135659875 0.41864833170950677
25 0.13578695832317075 0.4143984606667472
26 0.1304972966570407 0.4397454805745174
27 0.12779638096267978 0.4257829913067426
28 0.12326498869033531 0.4443095001218272
29 0.12162851125787323 0.45992431497388786
30 0.1191689751698325 0.5014915219134893
EOD
$panel_2 << EOD
# epoch training validation
0 0.09143333333333334 0.0927
1 0.8577666666666667 0.8452
2 0.8884166666666666 0.8704
3 0.89175 0.874
4 0.90535 0.8801
5 0.9011833333333333 0.8747
6 0.90685 0.8765
7 0.9153 0.8835
8 0.9206833333333333 0.8893
9 0.9266833333333333 0.8896
10 0.92645 0.8933
11 0.9297666666666666 0.8884
12 0.9266666666666666 0.884
13 0.93145 0.891
14 0.9314833333333333 0.8862
15 0.9380333333333334 0.8878
16 0.9405833333333333 0.8912
17 0.93725 0.8867
18 0.9447666666666666 0.8893
19 0.9470833333333334 0.892
20 0.9447666666666666 0.89
21 0.9459 0.8901
22 0.946 0.883
23 0.9476833333333333 0.8909
24 0.9508 0.8916
25 0.9521 0.8945
26 0.9498 0.8829
27 0.9554833333333334 0.8912
28 0.9535333333333333 0.8939
29 0.9563833333333334 0.89
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
