# 001-42: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-42.gp > 001-42.svg
#   gnuplot -d -e "drawing='png'" 001-42.gp > 001-42.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 9bf617f67a15919cf1537deb3740b65e0fe9cd9b8383dab6fe1bffa6c355efd0

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 996,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_42'
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
1 0.5397083442846934 0.4543313491217417
2 0.43162278691530226 0.409604894522356
3 0.4003025371948878 0.37811760823072066
4 0.3820953822394212 0.36981202107508077
5 0.36617085883220035 0.35913803889738927
6 0.35566161303917565 0.3439956013288982
7 0.34860900315841037 0.3611243016169925
8 0.34021470163265866 0.33824653172756797
9 0.334685160946846 0.3382971538938904
10 0.32935194601019224 0.3279452648757763
11 0.3249696340084076 0.344599288488447
12 0.32144884645342825 0.33676031427150027
13 0.31388239816029867 0.3304527483661686
14 0.31091424838105836 0.3323379464636326
15 0.30931266434192656 0.34118323007928536
16 0.30605394195516905 0.33929296691164856
17 0.30091419256726903 0.32928361927795585
18 0.30167791043718656 0.3479088830824966
19 0.2955063760250807 0.3204512892042934
20 0.2924273722906907 0.3274264824973342
21 0.2892104659984509 0.3349763138524107
22 0.28799020857016244 0.32803584248728573
23 0.2861567155162493 0.324737334154766
24 0.2806623567789793 0.3293462808090098
25 0.28414688430031143 0.335282520605993
26 0.2827783364435037 0.3239395286368536
27 0.2804480600933234 0.3306948249390515
28 0.2750204889252782 0.3277399405201514
29 0.278364559173584 0.34569921747695653
30 0.27398367430071036 0.34850671554491375
EOD
$panel_2 << EOD
# epoch training validation
0 0.09143333333333334 0.0927
1 0.8474166666666667 0.835
2 0.8655 0.8492
3 0.8800333333333333 0.8627
4 0.8825666666666667 0.8637
5 0.8898333333333334 0.8735
6 0.8946666666666667 0.8737
7 0.8918 0.8686
8 0.8990666666666667 0.8778
9 0.9015 0.8783
10 0.9066333333333333 0.8811
11 0.90545 0.8798
12 0.9041833333333333 0.8772
13 0.9071166666666667 0.8818
14 0.9090333333333334 0.8803
15 0.9067833333333334 0.8785
16 0.9097 0.88
17 0.9126333333333333 0.8842
18 0.9077333333333333 0.8765
19 0.9164833333333333 0.8871
20 0.9189833333333334 0.8872
21 0.9146333333333333 0.8866
22 0.9167 0.8835
23 0.9198166666666666 0.8885
24 0.92095 0.8857
25 0.9219 0.8888
26 0.9236 0.8884
27 0.9233166666666667 0.8889
28 0.9252333333333334 0.8879
29 0.9175666666666666 0.8779
30 0.9188 0.8819
EOD

set multiplot layout 1,2 title 'Dropout 0.25 on input and hidden layer, 30 epochs' font ',17' margins screen 0.10628,0.93394,0.23766,0.817 spacing screen 0.14423,0.19861
set label 1 'run 9bf617f67a15' at screen 0.98594, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'One seed: another one gives other numbers.' at screen 0.01406, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set key at screen 0.08619, screen 0.91272 left top vertical maxrows 1
set xrange [-0.6:30.6]; set xtics 5; set format x '%.0f'
set yrange [0.1:0.6]; set ytics 0.1; set format y '%.1f'
set label '0.274' at graph 1.01765, graph 0.34797 left font ',10.5' textcolor rgb '#0072B2'
set label '0.349' at graph 1.01765, graph 0.49701 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_1 every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:3 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:3 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label; unset key
set ylabel 'accuracy'
set xrange [-0.6:30.6]; set xtics 5; set format x '%.0f'
set yrange [80:100]; set ytics 5; set format y '%.0f %%'
set label '91.9 %' at graph 1.01765, graph 0.594 left font ',10.5' textcolor rgb '#0072B2'
set label '88.2 %' at graph 1.01765, graph 0.4095 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_2 every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$3) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$3) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset multiplot
