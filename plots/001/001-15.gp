# 001-15: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-15.gp > 001-15.svg
#   gnuplot -d -e "drawing='png'" 001-15.gp > 001-15.png
# run 5055689fe527c5bcb4fa337a02adc31bf4084484db6007339b756209f77ee5c3

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 880,392 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_15'
if (drawing eq 'png') set terminal pngcairo size 1760,784 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 9.166666666666666,4.083333333333333 font 'sans-serif,13' noenhanced fontscale 0.75

$run_1 << EOD
# epoch training_loss validation_loss training_accuracy validation_accuracy
0 37.34273815705725 37.233823153366515 0.07121666666666666 0.0713
1 66.3095118859609 2.220757026664527 0.14218333333333333 0.1412
2 2.16422033812205 2.111908593594627 0.21776666666666666 0.22
3 2.204192098426819 2.1784128798382723 0.15861666666666666 0.1584
4 2.169730257733663 2.170316073767708 0.1535 0.152
5 2.1534328530629474 2.158005980207124 0.16321666666666668 0.1625
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
set label 'SGD on unscaled pixels (0…255), batch 32, learning rate 0.01' at screen 0.01591, screen 0.93393 left front font ',17' textcolor rgb '#000000'
set label 'run 5055689fe527' at screen 0.98409, screen 0.03227 right front font ',9.5' textcolor rgb '#777777'
set label 'epoch' at screen 0.29545, screen 0.11276 center front font ',13' textcolor rgb '#000000'
set label 'cross-entropy (nats)' at screen 0.055, screen 0.50816 center rotate by 90 front font ',13' textcolor rgb '#000000'
unset logscale x
set xrange [-0.5:5.5]
set xtics ('0' 0, '1' 1, '2' 2, '3' 3, '4' 4, '5' 5)
unset logscale y
set yrange [0:80]
set ytics ('0' 0, '20' 20, '40' 40, '60' 60, '80' 80)
set key at screen 0.03864, screen 0.88827 left top horizontal Left reverse samplen 2 width 2
plot $run_1 using 1:2 with points pointtype 7 pointsize 0.8 linecolor rgb '#0072B2' title 'training', \
  $run_1 using 1:3 with linespoints pointtype 7 pointsize 0.3 linewidth 1.6 linecolor rgb '#D55E00' title 'validation'
unset label; unset key

set lmargin at screen 0.58864; set rmargin at screen 0.975
set tmargin at screen 0.80153; set bmargin at screen 0.2148
set label 'epoch' at screen 0.78182, screen 0.11276 center front font ',13' textcolor rgb '#000000'
set label 'accuracy' at screen 0.52364, screen 0.50816 center rotate by 90 front font ',13' textcolor rgb '#000000'
unset logscale x
set xrange [-0.5:5.5]
set xtics ('0' 0, '1' 1, '2' 2, '3' 3, '4' 4, '5' 5)
unset logscale y
set yrange [5:25]
set ytics 5
set format y '%.0f %%'
plot $run_1 using 1:(100*$4) with points pointtype 7 pointsize 0.8 linecolor rgb '#0072B2' notitle, \
  $run_1 using 1:(100*$5) with linespoints pointtype 7 pointsize 0.3 linewidth 1.6 linecolor rgb '#D55E00' notitle
unset label; unset key

unset multiplot
