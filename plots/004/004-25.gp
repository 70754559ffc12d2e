# 004-25: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 004-25.gp > 004-25.svg
#   gnuplot -d -e "drawing='png'" 004-25.gp > 004-25.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 231b855243460d3716b17b2a434771332f5e306f5af6feebf871f14b355790f4

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 996,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_004_25'
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
1 0.7469854556745098 0.6669709716654784
2 0.5163511583881993 0.476392716843088
3 0.44617155376941925 0.5662213497988385
4 0.4252554255147134 0.39824562995870344
5 0.3921570977857036 0.45664637856941975
6 0.3768864986396605 0.44498811161458857
7 0.3623502331395303 0.4160806845000896
8 0.3496513501290352 0.4387719793001676
9 0.34983420045145097 0.3988700961610965
10 0.3232736936499996 0.4307842892898953
11 0.3076094978278683 0.3750949058511966
12 0.3123650958461146 0.42388116022306194
EOD
$panel_2 << EOD
# epoch training validation
0 0.09770930468274884 0.1043731778425656
1 0.7298803973241436 0.7673469387755102
2 0.806405838232313 0.8244897959183674
3 0.8308331644030003 0.7950437317784257
4 0.8359010743969187 0.8597667638483965
5 0.8526251773768498 0.8402332361516035
6 0.8583012365700385 0.8355685131195335
7 0.8626596391648085 0.8416909620991254
8 0.8695519967565376 0.8352769679300291
9 0.8670180417595783 0.8507288629737609
10 0.8780660855463207 0.8402332361516035
11 0.8809041151429151 0.8626822157434403
12 0.8832353537401175 0.8483965014577259
EOD

set multiplot layout 1,2 title 'ResNet-18 with augmentation, loss and accuracy' font ',17' margins screen 0.10628,0.93394,0.23766,0.817 spacing screen 0.14423,0.19861
set label 1 'run 231b85524346' at screen 0.98594, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'One seed: another one gives other numbers.' at screen 0.01406, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set key at screen 0.08619, screen 0.91272 left top vertical maxrows 1
set xrange [-0.5:12.5]; set xtics 2; set format x '%.0f'
set yrange [0:0.8]; set ytics 0.2; set format y '%.1f'
set label '0.312' at graph 1.01765, graph 0.39046 left font ',10.5' textcolor rgb '#0072B2'
set label '0.424' at graph 1.01765, graph 0.52985 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_1 every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:3 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:3 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label; unset key
set ylabel 'accuracy'
set xrange [-0.5:12.5]; set xtics 2; set format x '%.0f'
set yrange [70:100]; set ytics 10; set format y '%.0f %%'
set label '88.3 %' at graph 1.01765, graph 0.61078 left font ',10.5' textcolor rgb '#0072B2'
set label '84.8 %' at graph 1.01765, graph 0.49466 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_2 every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$3) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$3) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset multiplot
