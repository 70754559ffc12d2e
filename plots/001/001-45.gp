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
0 3.736937238375346 2.318386138534546
1 0.8812592569986979 0.4947912858530308
2 0.6135171573321024 0.4347159601220743
3 0.5481543704032898 0.44019663129769554
4 0.5338629348595937 0.40412303098214525
5 0.5082774064143498 0.40518992094747835
6 0.4954389328400294 0.3946236979267634
7 0.48343037412166595 0.382197251170517
8 0.4771123293161392 0.39110757929172546
9 0.4727958718458811 0.3826469116627379
10 0.46638725424607597 0.3740256952597177
11 0.46222496131261187 0.4003063911251412
12 0.4666352350473404 0.39082060296750837
13 0.4561126995325088 0.37623539677322954
14 0.45654974795977277 0.4101031603469254
15 0.4533729731241862 0.3682383646952201
16 0.4515706979751587 0.36054094489299376
17 0.44447712065378825 0.36797591272920377
18 0.4485699088493983 0.38301924555303524
19 0.4473037384589513 0.3534522960527766
20 0.44083562653859454 0.3626580675337177
21 0.44043087436358136 0.3981237448298551
22 0.4426482950131098 0.3739384262885769
23 0.441875318479538 0.3888255751976767
24 0.4401892828702927 0.3700969396334288
25 0.4398070821682612 0.37856414633901697
26 0.43964256069660185 0.36237397234350766
27 0.43929407201608023 0.39014468730080765
28 0.43764864459037783 0.3626435392824904
29 0.4323582797209422 0.3594687070979242
30 0.44081089681784313 0.3770920482922981
EOD
$panel_2 << EOD
# epoch training validation
0 0.09143333333333334 0.0927
1 0.83815 0.826
2 0.8580833333333333 0.8435
3 0.8540166666666666 0.8389
4 0.86895 0.8563
5 0.8703333333333333 0.8543
6 0.8757666666666667 0.8582
7 0.8798833333333334 0.8608
8 0.8766333333333334 0.8602
9 0.8803166666666666 0.8614
10 0.8839166666666667 0.8658
11 0.87515 0.8576
12 0.8774666666666666 0.8572
13 0.8867666666666667 0.8646
14 0.8718333333333333 0.8494
15 0.8890333333333333 0.8708
16 0.8898166666666667 0.8679
17 0.8905333333333333 0.8684
18 0.8841333333333333 0.8641
19 0.8936333333333333 0.8724
20 0.89235 0.8703
21 0.8819 0.8608
22 0.8896833333333334 0.8667
23 0.88065 0.8622
24 0.8878833333333334 0.8633
25 0.8881333333333333 0.8704
26 0.8917 0.8684
27 0.8848833333333334 0.8634
28 0.89095 0.8696
29 0.8917 0.8726
30 0.8908833333333334 0.8645
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
