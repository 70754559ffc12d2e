# 004-41: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 004-41.gp > 004-41.svg
#   gnuplot -d -e "drawing='png'" 004-41.gp > 004-41.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 31db18bc09dd0a98550d40d542ce35f7b911fcd7b7d296d47eb0541ad4ddfda0
# run 2f7f0193d46e6f52a1232cd22d7468285ffcb94a0b0cf7e5c1fad8f3ec9fd924
# run fb36485c978c496c0b2de67608bed4d8f89c761f031c42ed2aba91d70205a4e4
# run cc8a2e3103b44d9656d9b219b3b0fe83c4bf1804ce966e8875d4eba98256a335
# run 6e3aca3d7a75f36a69c923c2857570225ce61f7767cb42c5502249d6981f246d
# run 17326bf7169b266f4e114321221c99a9998a9a593395a88e29be38a9b6c2ccbd
# run 118a07add734ec61a71750cd3d49a2efa747b9210b801914b87aaf85fdc087cf
# run e4862f1c915d654b78912625b1dcd79b36d7b1578275327933f556b335f078f6
# run c81491c089078253711830521681926cd3f2c23b95b237313309d1e9b7273fad

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 980,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_004_41'
if (drawing eq 'png') set terminal pngcairo size 1960,794 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 10.208333333333334,4.135416666666667 font 'sans-serif,13' noenhanced fontscale 0.75

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
# epoch ReLU ReLU lower ReLU upper LeakyReLU LeakyReLU lower LeakyReLU upper Swish Swish lower Swish upper
0 2.305019269442558 2.304918195295334 2.3051682255268098 2.3049935505390167 2.3048978880286217 2.3051519711971284 2.30425969299078 2.3040735693216323 2.3044105291604997
1 0.8255456293582917 0.8209371070384979 0.8276528317928314 0.8087190507411957 0.7961190398931504 0.8109516862154007 0.7855173996448517 0.78250445561409 0.7939250850200653
2 0.5226946269750595 0.502163795864582 0.5321643168210983 0.503006721329689 0.500276044857502 0.5081739236116409 0.4969949441432953 0.49629757519960405 0.5029027416706086
3 0.448180054795742 0.439532516169548 0.4511897469639778 0.43238080631494524 0.4304752907037735 0.4388159025073051 0.4295469941020012 0.42691657487154006 0.43336656900644305
4 0.40577584772109987 0.3997357324242592 0.4088842539072037 0.3914506126523018 0.3861141616821289 0.3956933825969696 0.3936531986355782 0.3860695663690567 0.3941724271774292
5 0.37713865481615066 0.3697435614109039 0.3804606759309769 0.36596598175764083 0.3618427583813667 0.36883606938123703 0.36454435700178145 0.3546678342819214 0.36474239374399187
6 0.3561600587248802 0.35116112055778503 0.36063285315036775 0.3488981413602829 0.34099349975585935 0.3503055427908897 0.3393684138417244 0.333420025742054 0.34325500059127806
7 0.3365424670696259 0.33160741195082666 0.3380553686261177 0.3286196036994457 0.32501496136188507 0.3294834671586752 0.32226224082112315 0.31783614310622216 0.32532753576636314
8 0.321238522285223 0.3168090961039066 0.323227880269289 0.31134167143702507 0.30164820704460144 0.31526422779560087 0.30436565898060797 0.2986607881426811 0.30607394444346425
EOD
$panel_2 << EOD
# epoch ReLU ReLU lower ReLU upper LeakyReLU LeakyReLU lower LeakyReLU upper Swish Swish lower Swish upper
0 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1072
1 0.7517 0.7515 0.7877 0.7962 0.7556 0.7976 0.7707 0.7624 0.7825
2 0.8121 0.8079 0.8268 0.8187 0.8146 0.8216 0.8185 0.8035 0.8251
3 0.8354 0.8123 0.8447 0.8355 0.8165 0.8409 0.8379 0.8133 0.8423
4 0.833 0.8324 0.8425 0.8451 0.8397 0.8478 0.8406 0.8397 0.8468
5 0.8449 0.8389 0.8467 0.8457 0.8351 0.849 0.8503 0.8495 0.8519
6 0.8523 0.8448 0.8548 0.8554 0.8482 0.857 0.8481 0.8375 0.8577
7 0.8551 0.8547 0.8601 0.857 0.8531 0.8586 0.8546 0.8477 0.8568
8 0.8552 0.8513 0.859 0.8596 0.8592 0.8623 0.8603 0.8549 0.8639
EOD

set multiplot layout 1,2 title 'Activation functions of the same network' font ',17' margins screen 0.10005,0.93286,0.23766,0.817 spacing screen 0.13862,0.19861
set label 1 '9 runs' at screen 0.98571, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'Median and range of 3 seeds.' at screen 0.01429, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'Training cross-entropy (nats)'
set key at screen 0.07964, screen 0.91272 left top vertical maxrows 1
set xrange [-0.5:8.5]; set xtics 2; set format x '%.0f'
set yrange [0.2:1]; set ytics 0.2; set format y '%.1f'
set label '0.321' at graph 1.01765, graph 0.19692 left font ',10.5' textcolor rgb '#0072B2'
set label '0.311' at graph 1.01765, graph 0.14039 left font ',10.5' textcolor rgb '#D55E00'
set label '0.304' at graph 1.01765, graph 0.08387 left font ',10.5' textcolor rgb '#009E73'
plot $panel_1 every ::1 using 1:3:4 with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:6:7 with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::1 using 1:9:10 with filledcurves fillstyle transparent solid 0.2 noborder linetype 3 notitle, \
  '' every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:5 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::0::0 using 1:8 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CD3C0' notitle, \
  '' every ::1 using 1:2 with linespoints pointsize 0.3 linetype 1 title 'ReLU', \
  '' every ::1 using 1:5 with linespoints pointsize 0.3 linetype 2 title 'LeakyReLU', \
  '' every ::1 using 1:8 with linespoints pointsize 0.3 linetype 3 title 'Swish'

unset label; unset key
set ylabel 'Validation accuracy'
set xrange [-0.5:8.5]; set xtics 2; set format x '%.0f'
set yrange [75:90]; set ytics 5; set format y '%.0f %%'
set label '85.5 %' at graph 1.01765, graph 0.66592 left font ',10.5' textcolor rgb '#0072B2'
set label '86.0 %' at graph 1.01765, graph 0.72244 left font ',10.5' textcolor rgb '#D55E00'
set label '86.0 %' at graph 1.01765, graph 0.77897 left font ',10.5' textcolor rgb '#009E73'
plot $panel_2 every ::1 using 1:(100*$3):(100*$4) with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:(100*$6):(100*$7) with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::1 using 1:(100*$9):(100*$10) with filledcurves fillstyle transparent solid 0.2 noborder linetype 3 notitle, \
  '' every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$5) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::0::0 using 1:(100*$8) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CD3C0' notitle, \
  '' every ::1 using 1:(100*$2) with linespoints pointsize 0.3 linetype 1 title 'ReLU', \
  '' every ::1 using 1:(100*$5) with linespoints pointsize 0.3 linetype 2 title 'LeakyReLU', \
  '' every ::1 using 1:(100*$8) with linespoints pointsize 0.3 linetype 3 title 'Swish'

unset multiplot
