# 001-21: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-21.gp > 001-21.svg
#   gnuplot -d -e "drawing='png'" 001-21.gp > 001-21.png
# run 9e1c8bb5e1a427267c750fe9640487bfb9f094977adf3f82aa1c8e5468cf97fb

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 880,392 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_21'
if (drawing eq 'png') set terminal pngcairo size 1760,784 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 9.166666666666666,4.083333333333333 font 'sans-serif,13' noenhanced fontscale 0.75

$run_1 << EOD
# epoch training_loss validation_loss training_accuracy validation_accuracy
0 2.3182643191019694 2.318386138534546 0.09143333333333334 0.0927
1 0.8432102755228679 0.6155464708801738 0.80315 0.7894
2 0.5361783781290055 0.5228902958578281 0.8316166666666667 0.8174
3 0.48219965667724607 0.49425297209612445 0.8387166666666667 0.8252
4 0.4542840147972107 0.46682812860043704 0.84975 0.8381
5 0.4347110745191574 0.4522996550643638 0.8574666666666667 0.8411
6 0.4188706657568614 0.4465063303197359 0.85735 0.8382
7 0.40593206777175267 0.4333789848583762 0.8642166666666666 0.8483
8 0.39516843973795573 0.42246701458744074 0.8676166666666667 0.8506
9 0.38613878111044564 0.4153556443223353 0.8709 0.8553
10 0.3772067498803139 0.41065332569560503 0.8726666666666667 0.8559
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
set label 'SGD, learning rate 0.01, ten epochs' at screen 0.01591, screen 0.93393 left front font ',17' textcolor rgb '#000000'
set label 'run 9e1c8bb5e1a4' at screen 0.98409, screen 0.03227 right front font ',9.5' textcolor rgb '#777777'
set label 'epoch' at screen 0.29545, screen 0.11276 center front font ',13' textcolor rgb '#000000'
set label 'cross-entropy (nats)' at screen 0.04614, screen 0.50816 center rotate by 90 front font ',13' textcolor rgb '#000000'
unset logscale x
set xrange [-0.5:10.5]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
unset logscale y
set yrange [0:2.5]
set ytics ('0' 0, '0.5' 0.5, '1.0' 1, '1.5' 1.5, '2.0' 2, '2.5' 2.5)
set key at screen 0.03864, screen 0.88827 left top horizontal Left reverse samplen 2 width 2
plot $run_1 using 1:2 with points pointtype 7 pointsize 0.8 linecolor rgb '#0072B2' title 'training', \
  $run_1 using 1:3 with linespoints pointtype 7 pointsize 0.3 linewidth 1.6 linecolor rgb '#D55E00' title 'validation'
unset label; unset key

set lmargin at screen 0.58864; set rmargin at screen 0.975
set tmargin at screen 0.80153; set bmargin at screen 0.2148
set label 'epoch' at screen 0.78182, screen 0.11276 center front font ',13' textcolor rgb '#000000'
set label 'accuracy' at screen 0.51477, screen 0.50816 center rotate by 90 front font ',13' textcolor rgb '#000000'
unset logscale x
set xrange [-0.5:10.5]
set xtics ('0' 0, '2' 2, '4' 4, '6' 6, '8' 8, '10' 10)
unset logscale y
set yrange [0:100]
set ytics 20
set format y '%.0f %%'
plot $run_1 using 1:(100*$4) with points pointtype 7 pointsize 0.8 linecolor rgb '#0072B2' notitle, \
  $run_1 using 1:(100*$5) with linespoints pointtype 7 pointsize 0.3 linewidth 1.6 linecolor rgb '#D55E00' notitle
unset label; unset key

unset multiplot
