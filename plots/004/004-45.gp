# 004-45: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 004-45.gp > 004-45.svg
#   gnuplot -d -e "drawing='png'" 004-45.gp > 004-45.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 31db18bc09dd0a98550d40d542ce35f7b911fcd7b7d296d47eb0541ad4ddfda0
# run 2f7f0193d46e6f52a1232cd22d7468285ffcb94a0b0cf7e5c1fad8f3ec9fd924
# run fb36485c978c496c0b2de67608bed4d8f89c761f031c42ed2aba91d70205a4e4
# run bada17e44be6b7e7ce7f8b7c0eecda956944f7c03f1659ef48ce387af63337a2
# run 8c1bb29bbfdb649f40bef904fcd471429ab948ca61f45036eb893cc9d73aff01
# run 877d73ba01f4a00323659154c180a4269215f44d1b51f0d042a4ed602afd68f7
# run ca734eb66afe062e8c8646c0013172823256969c73881e8a9e97b4e7bf3e44ee
# run 5cd47e4df2390170a9ab3e460962a28f8b8c8b9fbf2fa1c6cb8e92a924918edd
# run 5b98eeef8eef0fea7ff64dff17eefd441b9556d24b7accf4d753a77946b06ade

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 1018,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_004_45'
if (drawing eq 'png') set terminal pngcairo size 2036,794 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 10.604166666666666,4.135416666666667 font 'sans-serif,13' noenhanced fontscale 0.75

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
# epoch plain plain lower plain upper mixup mixup lower mixup upper label smoothing label smoothing lower label smoothing upper
0 2.305072816824913 2.304528265619278 2.3056434528827667 2.305072816824913 2.304528265619278 2.3056434528827667 2.305060844683647 2.3045835669755936 2.3056470433950422
1 0.6547415238666161 0.5850224170000942 0.6578130741492606 0.6270234125239367 0.5983783807320666 0.6446565341022186 0.9701103972792625 0.9686762832283974 1.0175872595667839
2 0.5211449808348451 0.4999079176837489 0.529318207760199 0.5234981760762079 0.5149468183954959 0.5241056908844679 0.9036113484084606 0.8832668267548084 0.9514085791170597
3 0.44591303256662396 0.4405785738372806 0.540704985415802 0.5100091689425986 0.5027592608747469 0.5154279723736981 0.8571990491032601 0.8425542426824569 0.8876421433627606
4 0.45402348154607636 0.43718586321314035 0.4736280635853907 0.45510342732210995 0.44345475289563185 0.4687715497816447 0.8522604017138481 0.8344824987769127 0.8678390459060669
5 0.4346590191590154 0.4312983331116222 0.43606431768942466 0.446064190215891 0.43342502784023673 0.47152970117028015 0.8373968846678734 0.8181515434920787 0.8411771588921547
6 0.41238334792823733 0.4038667808381374 0.43541491102053104 0.4330855738131446 0.4212935845987289 0.43405821151290436 0.8190359662950039 0.8157464998960495 0.8278947952449321
7 0.4114235477341186 0.4050830169625788 0.4121355369208639 0.4267685900786601 0.4249494911877599 0.4496720881358313 0.8037191162347793 0.8036578445255756 0.816996465909481
8 0.41542351171049813 0.4048424258047147 0.4189435488623223 0.42158803893061414 0.4200571514491574 0.43962653808579055 0.817661793255806 0.7986997707128525 0.8197933519303798
EOD
$panel_2 << EOD
# epoch plain plain lower plain upper mixup mixup lower mixup upper label smoothing label smoothing lower label smoothing upper
0 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1
1 0.7517 0.7515 0.7877 0.788 0.7811 0.7884 0.7886 0.7702 0.7931
2 0.8121 0.8079 0.8268 0.8215 0.8137 0.8231 0.8183 0.8093 0.8265
3 0.8354 0.8123 0.8447 0.824 0.8201 0.8245 0.8342 0.8274 0.8465
4 0.833 0.8324 0.8425 0.8447 0.8356 0.8463 0.8405 0.8358 0.8486
5 0.8449 0.8389 0.8467 0.8485 0.834 0.85 0.8502 0.8485 0.8549
6 0.8523 0.8448 0.8548 0.8522 0.8477 0.853 0.8555 0.8485 0.8567
7 0.8551 0.8547 0.8601 0.8484 0.8416 0.8527 0.8636 0.8597 0.864
8 0.8552 0.8513 0.859 0.8519 0.85 0.8546 0.8588 0.8578 0.8648
EOD

set multiplot layout 1,2 title 'Mixup and label smoothing on a small network' font ',17' margins screen 0.11483,0.93536,0.23766,0.817 spacing screen 0.15196,0.19861
set label 1 '9 runs' at screen 0.98625, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'Median and range of 3 seeds.' at screen 0.01375, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'Validation cross-entropy'.LF.'(nats)' offset -1
set key at screen 0.09519, screen 0.91272 left top vertical maxrows 1
set xrange [-0.5:8.5]; set xtics 2; set format x '%.0f'
set yrange [0.4:1.2]; set ytics 0.2; set format y '%.1f'
set label '0.415' at graph 1.01765, graph 0 left font ',10.5' textcolor rgb '#0072B2'
set label '0.422' at graph 1.01765, graph 0.05652 left font ',10.5' textcolor rgb '#D55E00'
set label '0.818' at graph 1.01765, graph 0.52208 left font ',10.5' textcolor rgb '#009E73'
plot $panel_1 every ::1 using 1:3:4 with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:6:7 with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::1 using 1:9:10 with filledcurves fillstyle transparent solid 0.2 noborder linetype 3 notitle, \
  '' every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:5 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::0::0 using 1:8 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CD3C0' notitle, \
  '' every ::1 using 1:2 with linespoints pointsize 0.3 linetype 1 title 'plain', \
  '' every ::1 using 1:5 with linespoints pointsize 0.3 linetype 2 title 'mixup', \
  '' every ::1 using 1:8 with linespoints pointsize 0.3 linetype 3 title 'label smoothing'

unset label; unset key
set ylabel 'Validation accuracy'
set xrange [-0.5:8.5]; set xtics 2; set format x '%.0f'
set yrange [75:90]; set ytics 5; set format y '%.0f %%'
set label '85.5 %' at graph 1.01765, graph 0.702 left font ',10.5' textcolor rgb '#0072B2'
set label '85.2 %' at graph 1.01765, graph 0.64548 left font ',10.5' textcolor rgb '#D55E00'
set label '85.9 %' at graph 1.01765, graph 0.75852 left font ',10.5' textcolor rgb '#009E73'
plot $panel_2 every ::1 using 1:(100*$3):(100*$4) with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:(100*$6):(100*$7) with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::1 using 1:(100*$9):(100*$10) with filledcurves fillstyle transparent solid 0.2 noborder linetype 3 notitle, \
  '' every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$5) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::0::0 using 1:(100*$8) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CD3C0' notitle, \
  '' every ::1 using 1:(100*$2) with linespoints pointsize 0.3 linetype 1 title 'plain', \
  '' every ::1 using 1:(100*$5) with linespoints pointsize 0.3 linetype 2 title 'mixup', \
  '' every ::1 using 1:(100*$8) with linespoints pointsize 0.3 linetype 3 title 'label smoothing'

unset multiplot
