# 001-19: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-19.gp > 001-19.svg
#   gnuplot -d -e "drawing='png'" 001-19.gp > 001-19.png
# run 525f1a6efc230d4e812976e5830864fe141465f8d9b2f3f0d0e8c37a940cd1b0

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 880,392 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_19'
if (drawing eq 'png') set terminal pngcairo size 1760,784 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 9.166666666666666,4.083333333333333 font 'sans-serif,13' noenhanced fontscale 0.75

$run_1 << EOD
# epoch training_loss validation_loss training_accuracy validation_accuracy
0 2.3182643191019694 2.318386138534546 0.09143333333333334 0.0927
1 0.5325034032424291 0.4866032167512947 0.8442833333333334 0.8274
2 0.4305595690170924 0.43745174531665915 0.8670333333333333 0.85
3 0.41071616567373276 0.47254963647058484 0.8580166666666666 0.8363
4 0.4036773617287477 0.4701091236862665 0.85185 0.8328
5 0.391418443051974 0.4339259337822485 0.8703 0.8477
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
set label 'Adam with batches of 32, learning rate 0.01' at screen 0.01591, screen 0.93393 left front font ',17' textcolor rgb '#000000'
set label 'run 525f1a6efc23' at screen 0.98409, screen 0.03227 right front font ',9.5' textcolor rgb '#777777'
set label 'epoch' at screen 0.29545, screen 0.11276 center front font ',13' textcolor rgb '#000000'
set label 'cross-entropy (nats)' at screen 0.04614, screen 0.50816 center rotate by 90 front font ',13' textcolor rgb '#000000'
unset logscale x
set xrange [-0.5:5.5]
set xtics ('0' 0, '1' 1, '2' 2, '3' 3, '4' 4, '5' 5)
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
set xrange [-0.5:5.5]
set xtics ('0' 0, '1' 1, '2' 2, '3' 3, '4' 4, '5' 5)
unset logscale y
set yrange [0:100]
set ytics 20
set format y '%.0f %%'
plot $run_1 using 1:(100*$4) with points pointtype 7 pointsize 0.8 linecolor rgb '#0072B2' notitle, \
  $run_1 using 1:(100*$5) with linespoints pointtype 7 pointsize 0.3 linewidth 1.6 linecolor rgb '#D55E00' notitle
unset label; unset key

unset multiplot
