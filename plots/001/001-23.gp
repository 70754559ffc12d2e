# 001-23: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-23.gp > 001-23.svg
#   gnuplot -d -e "drawing='png'" 001-23.gp > 001-23.png
# run a097c0ca300843c786662ffd72d773f088181790e174fa050e199a98ab4df0ea

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 880,392 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_23'
if (drawing eq 'png') set terminal pngcairo size 1760,784 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 9.166666666666666,4.083333333333333 font 'sans-serif,13' noenhanced fontscale 0.75

$run_1 << EOD
# epoch training_loss validation_loss training_accuracy validation_accuracy
0 2.3182643191019694 2.318386138534546 0.09143333333333334 0.0927
1 2.9895409050623574 1.7376704875456173 0.3624 0.3596
2 2.013349252065023 2.224007506220453 0.14681666666666668 0.1477
3 2.2392335034688315 2.2722095617351723 0.11781666666666667 0.12
4 2.2640934020996095 2.225535042063902 0.13653333333333334 0.1376
5 2.217893919944763 2.171457703088453 0.15616666666666668 0.1565
6 2.20560691502889 2.1971489361929017 0.1527 0.1524
7 2.2124125604629516 2.210806116413133 0.14613333333333334 0.1467
8 2.2079146114349366 2.2365087124916054 0.13068333333333335 0.1318
9 2.205284727859497 2.200350822209951 0.14278333333333335 0.1434
10 2.2000218814849855 2.1850425056714515 0.15558333333333332 0.1543
EOD

set encoding utf8
set border 3 linewidth 1 linecolor rgb '#555555'
set tics out nomirror scale 0.5
set grid ytics back linetype 1 linewidth 1 linecolor rgb '#E6E6E6'
set style fill solid 1 noborder
set errorbars 0
unset key

set multiplot

set lmargin at screen 0.10227; set rmargin at screen 0.48864
set tmargin at screen 0.80153; set bmargin at screen 0.2148
set label 'Adam with a high learning rate, 0.1' at screen 0.01591, screen 0.93393 left front font ',17' textcolor rgb '#000000'
set label 'run a097c0ca3008' at screen 0.98409, screen 0.03227 right front font ',9.5' textcolor rgb '#777777'
set label 'epoch' at screen 0.29545, screen 0.11276 center front font ',13' textcolor rgb '#000000'
set label 'cross-entropy (nats)' at screen 0.06386, screen 0.50816 center rotate by 90 front font ',13' textcolor rgb '#000000'
unset logscale x
set xrange [-0.5:10.5]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
unset logscale y
set yrange [0:3]
set ytics ('0' 0, '1' 1, '2' 2, '3' 3)
set key at screen 0.03864, screen 0.88827 left top horizontal Left reverse samplen 2 width 2
plot $run_1 using 1:2 with points pointtype 7 pointsize 0.8 linecolor rgb '#0072B2' title 'training', \
  $run_1 using 1:3 with linespoints pointtype 7 pointsize 0.3 linewidth 1.6 linecolor rgb '#D55E00' title 'validation'
unset label; unset key

set lmargin at screen 0.58864; set rmargin at screen 0.975
set tmargin at screen 0.80153; set bmargin at screen 0.2148
set label 'epoch' at screen 0.78182, screen 0.11276 center front font ',13' textcolor rgb '#000000'
set label 'accuracy' at screen 0.52364, screen 0.50816 center rotate by 90 front font ',13' textcolor rgb '#000000'
unset logscale x
set xrange [-0.5:10.5]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
unset logscale y
set yrange [0:40]
set ytics 10
set format y '%.0f %%'
plot $run_1 using 1:(100*$4) with points pointtype 7 pointsize 0.8 linecolor rgb '#0072B2' notitle, \
  $run_1 using 1:(100*$5) with linespoints pointtype 7 pointsize 0.3 linewidth 1.6 linecolor rgb '#D55E00' notitle
unset label; unset key

unset multiplot
