# 000-dropout: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 000-dropout.gp > 000-dropout.svg
#   gnuplot -d -e "drawing='png'" 000-dropout.gp > 000-dropout.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 914b759ef194c1636350472770ac25755c77a20ce81f32e902a7b90aad20d573
# run 868cbf7d136d2fd66feb0b0681d3323fd8887cef2198638e2ced19f72238bf5b
# run b45710a4550434da355935efc8e3deb9740286a4fed352ba9a0843ec1678f324

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 996,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_000_dropout'
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
# epoch training training lower training upper validation validation lower validation upper test test lower test upper
0 2.3042460992683966 2.3016611500531434 2.3085061678836745 2.303749922513962 2.301701950450738 2.3084332412878674 NaN NaN NaN
1 0.3239141567250093 0.32358081826070945 0.3305907001495361 0.17253481509150057 0.16872189287438008 0.18096868977909847 NaN NaN NaN
2 0.1354199322623511 0.13537662350013852 0.1378166605817775 0.1328172647349844 0.12886354515622517 0.13516202970594515 NaN NaN NaN
3 0.09747275208557646 0.09745673574631412 0.09844830121845007 0.11433513278964808 0.11315758738698188 0.12090504388418466 NaN NaN NaN
4 0.0775421782253931 0.0774843837103496 0.07991728331676373 0.10726097430638919 0.1013881865413538 0.11808056179478704 NaN NaN NaN
5 0.06446666586647432 0.06311575546767563 0.06601304053670416 0.09653698935807023 0.0920842529291674 0.10484583943004948 0.09231446217803085 0.0899402358904053 0.09632822306493692
EOD
$panel_2 << EOD
# epoch training training lower training upper validation validation lower validation upper test test lower test upper
0 0.09710416666666667 0.09016666666666667 0.11160416666666667 0.09966666666666667 0.08858333333333333 0.10858333333333334 NaN NaN NaN
1 0.9532083333333333 0.9527916666666667 0.9556041666666667 0.9491666666666667 0.9475 0.9503333333333334 NaN NaN NaN
2 0.9694791666666667 0.9668958333333333 0.9704375 0.9608333333333333 0.9585833333333333 0.96325 NaN NaN NaN
3 0.976 0.97525 0.977125 0.96625 0.9654166666666667 0.9665 NaN NaN NaN
4 0.9813541666666666 0.9763125 0.98225 0.9690833333333333 0.9645 0.9703333333333334 NaN NaN NaN
5 0.9844583333333333 0.984 0.9851875 0.9708333333333333 0.97025 0.97375 0.9724 0.9712 0.9744
EOD

set multiplot layout 1,2 title 'Loss with dropout 0.2, as the program runs' font ',17' margins screen 0.10628,0.93394,0.23766,0.817 spacing screen 0.14423,0.19861
set label 1 'runs 914b759ef194 868cbf7d136d b45710a45504' at screen 0.98594, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'Median and range of 3 seeds.' at screen 0.01406, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set key at screen 0.08619, screen 0.91272 left top vertical maxrows 1
set xrange [-0.5:5.5]; set xtics 1; set format x '%.0f'
set yrange [0:0.4]; set ytics 0.1; set format y '%.1f'
set label '0.0645' at graph 1.01765, graph 0.15458 left font ',10.5' textcolor rgb '#0072B2'
set label '0.0965' at graph 1.01765, graph 0.26762 left font ',10.5' textcolor rgb '#D55E00'
set label '0.0923' at graph 1.01765, graph 0.2111 left font ',10.5' textcolor rgb '#009E73'
plot $panel_1 every ::1 using 1:3:4 with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:6:7 with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::1 using 1:9:10 with filledcurves fillstyle transparent solid 0.2 noborder linetype 3 notitle, \
  '' every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:5 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::0::0 using 1:8 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CD3C0' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:5 with linespoints pointsize 0.3 linetype 2 title 'validation', \
  '' every ::1 using 1:8 with linespoints pointsize 0.3 linetype 3 title 'test'

unset label; unset key
set ylabel 'accuracy'
set xrange [-0.5:5.5]; set xtics 1; set format x '%.0f'
set yrange [90:100]; set ytics 2; set format y '%.0f %%'
set label '98.4 %' at graph 1.01765, graph 0.84458 left font ',10.5' textcolor rgb '#0072B2'
set label '97.1 %' at graph 1.01765, graph 0.68791 left font ',10.5' textcolor rgb '#D55E00'
set label '97.2 %' at graph 1.01765, graph 0.74443 left font ',10.5' textcolor rgb '#009E73'
plot $panel_2 every ::1 using 1:(100*$3):(100*$4) with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:(100*$6):(100*$7) with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::1 using 1:(100*$9):(100*$10) with filledcurves fillstyle transparent solid 0.2 noborder linetype 3 notitle, \
  '' every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$5) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::0::0 using 1:(100*$8) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CD3C0' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$5) with linespoints pointsize 0.3 linetype 2 title 'validation', \
  '' every ::1 using 1:(100*$8) with linespoints pointsize 0.3 linetype 3 title 'test'

unset multiplot
