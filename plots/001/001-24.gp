# 001-24: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-24.gp > 001-24.svg
#   gnuplot -d -e "drawing='png'" 001-24.gp > 001-24.png
# run 19aa8847b4f229d20e760b66dbecf46055073105fecf8fc2b105d3765acf67d3

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 880,392 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_24'
if (drawing eq 'png') set terminal pngcairo size 1760,784 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 9.166666666666666,4.083333333333333 font 'sans-serif,13' noenhanced fontscale 0.75

$run_1 << EOD
# epoch training_loss validation_loss training_accuracy validation_accuracy
0 2.3182643191019694 2.318386138534546 0.09143333333333334 0.0927
1 0.473768693592151 0.4307611427831559 0.8577666666666667 0.8452
2 0.3577728852550189 0.3649055361099154 0.8884166666666666 0.8704
3 0.3199854855934779 0.35819958969231697 0.89175 0.874
4 0.29573945884108543 0.33297556170714715 0.90535 0.8801
5 0.2763217354863882 0.35544343112273896 0.9011833333333333 0.8747
6 0.26473685877472164 0.34265136977950644 0.90685 0.8765
7 0.25104829996426903 0.3331459255104831 0.9153 0.8835
8 0.23859444530357918 0.31733343566800937 0.9206833333333333 0.8893
9 0.22910639437933764 0.32557076091806664 0.9266833333333333 0.8896
10 0.2190977088391781 0.326264681856731 0.92645 0.8933
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
set label 'Adam with a medium learning rate, 0.001' at screen 0.01591, screen 0.93393 left front font ',17' textcolor rgb '#000000'
set label 'run 19aa8847b4f2' at screen 0.98409, screen 0.03227 right front font ',9.5' textcolor rgb '#777777'
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
