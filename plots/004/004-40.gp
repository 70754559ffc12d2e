# 004-40: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 004-40.gp > 004-40.svg
#   gnuplot -d -e "drawing='png'" 004-40.gp > 004-40.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 4951b73587e3b723988c4a42c40c3b7debebf211c208ba1d2b1a51c724154fd3
# run 28f765700112bb880dcb27255127d5758db230acb5a066792595b871bc70e357
# run 088c1dcca283ec78735f51b994976b8468beac114a48e2a6e4c9f3eb36141106
# run 9a512832069bc2709ef122176873e5aaa7eadbed2db224c82ca9c7740351afbf
# run 3e41e85c50a2ebb0dc1317bd541aff0382b625ccd7e65a13306d52f29190261a
# run 60c8470972adb73898787029d2d56680f27c9325b875394f8a5e1fe9fcd50a60
# run a7dd7e8e2f771135f3f185821f31c405c99c609eecb3fdba8763ea9bcd9bcc7e
# run e3da6ad25542978825607e91d2a329a614aacfeafbf2feb4acc68b10b372c108
# run 4116216ad0e379abdda3f6cdea9a56d2e8c5ad82e768bc320ac8c1f536061b16
# run 63d0168de7a497fc25ce1f84db69d03c195e56982aba37ba3f53b7969f896eda
# run 9b4e8cf498db16ab98c85e8dabb52aa373d204a3bc6a6c7bcf222889b25796b8
# run d2aae10187c009dbb4c5919d4c7022902766af8c848b00dfe19728ce3686df34

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 996,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_004_40'
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
# epoch He He lower He upper Xavier Xavier lower Xavier upper PyTorch's default PyTorch's default lower PyTorch's default upper deviation 0.01 deviation 0.01 lower deviation 0.01 upper
0 2.406893039381504 2.383000942063332 2.547461046433449 2.311473757195473 2.3113097647190095 2.329959171974659 2.305019269442558 2.304918195295334 2.3051682255268098 2.3025850778222083 2.302585075080395 2.302585147845745
1 0.7751852665901184 0.7589493424892425 0.7843625206708909 0.8342926427125931 0.8306872012853622 0.8471107437372207 1.4413060392856598 1.4140023078918458 1.549852163219452 2.3032055870056154 2.303161265563965 2.303453281021118
2 0.5058499626517295 0.49989985846281054 0.518175277686119 0.5199931004762649 0.5180643602609635 0.5231208715438843 0.713958428812027 0.6900039836406707 0.7517831395149231 2.3032685596466065 2.3032373672485353 2.3033120594024656
3 0.44483916887044905 0.43899451875686646 0.45052037566900255 0.45072868694067003 0.4499537240028381 0.4538453325510025 0.5581806208372116 0.5564588159561157 0.5845946440696717 2.303369415283203 2.3033309062957765 2.303438013458252
4 0.4112227782011032 0.409153786444664 0.4147197861075401 0.4165032428026199 0.4156550446033478 0.41741914192438123 0.4919721938610077 0.4885921890258789 0.5113429339051246 2.303197681427002 2.3030081645965574 2.303282227706909
5 0.38654567604064943 0.3761320428609848 0.38832446646690366 0.3868116553068161 0.38307308560609815 0.3882844253540039 0.445939632499218 0.44399695116281507 0.4559627906799316 2.303330477523804 2.3032515213012696 2.3034844799041747
6 0.3597438734292984 0.35731503456830976 0.3687765737771988 0.3645189192831516 0.36391113774776457 0.36722401176691055 0.41341511976718903 0.4122828040599823 0.4183684501171112 2.303260122299194 2.3032426651000977 2.3035191535949706
7 0.35249817695617675 0.34839619175195696 0.3556975472509861 0.35063281273841856 0.3464736723601818 0.3513098762154579 0.394342867743969 0.3908465436816215 0.39500931671857836 2.3033884716033937 2.3033342487335204 2.3035022449493407
8 0.33246337018013 0.33091061474084854 0.33705527369976046 0.3338931392550468 0.33034729864597323 0.3400579823285341 0.37325816457271577 0.367371181589365 0.37381311499476433 2.303370408630371 2.303318214416504 2.3033950103759766
EOD
$panel_2 << EOD
# epoch He He lower He upper Xavier Xavier lower Xavier upper PyTorch's default PyTorch's default lower PyTorch's default upper deviation 0.01 deviation 0.01 lower deviation 0.01 upper
0 0.0734 0.0671 0.0885 0.0734 0.0671 0.0885 0.1 0.1 0.1 0.0734 0.0671 0.0885
1 0.7972 0.7648 0.8102 0.7934 0.7931 0.8078 0.6663 0.6492 0.6948 0.1 0.1 0.1
2 0.8184 0.8096 0.8271 0.8163 0.806 0.8165 0.7653 0.7498 0.7687 0.1 0.1 0.1
3 0.8356 0.8315 0.8364 0.8352 0.8295 0.8426 0.8089 0.7936 0.8121 0.1 0.1 0.1
4 0.8325 0.8214 0.8372 0.8281 0.8234 0.8327 0.815 0.7912 0.8254 0.1 0.1 0.1
5 0.8376 0.8375 0.8453 0.8438 0.8247 0.852 0.8266 0.8248 0.8338 0.1 0.1 0.1
6 0.8355 0.8317 0.8414 0.8367 0.8321 0.8491 0.8166 0.8155 0.8284 0.1 0.1 0.1
7 0.8476 0.8423 0.853 0.8507 0.8381 0.8533 0.8419 0.8259 0.8473 0.1 0.1 0.1
8 0.8434 0.843 0.8468 0.8435 0.8432 0.8489 0.8443 0.8337 0.8447 0.1 0.1 0.1
EOD

set multiplot layout 1,2 title 'First weights of a ReLU network' font ',17' margins screen 0.10628,0.93394,0.23766,0.817 spacing screen 0.14423,0.19861
set label 1 '12 runs' at screen 0.98594, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'Median and range of 3 seeds.' at screen 0.01406, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'Training cross-entropy (nats)'
set key at screen 0.08619, screen 0.91272 left top vertical maxrows 1
set xrange [-0.5:8.5]; set xtics 2; set format x '%.0f'
set yrange [0:2.5]; set ytics 0.5; set format y '%.1f'
set label '0.332' at graph 1.01765, graph 0.08209 left font ',10.5' textcolor rgb '#0072B2'
set label '0.334' at graph 1.01765, graph 0.13862 left font ',10.5' textcolor rgb '#D55E00'
set label '0.373' at graph 1.01765, graph 0.19514 left font ',10.5' textcolor rgb '#009E73'
set label '2.30' at graph 1.01765, graph 0.92135 left font ',10.5' textcolor rgb '#A16F00'
plot $panel_1 every ::1 using 1:3:4 with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:6:7 with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::1 using 1:9:10 with filledcurves fillstyle transparent solid 0.2 noborder linetype 3 notitle, \
  '' every ::1 using 1:12:13 with filledcurves fillstyle transparent solid 0.2 noborder linetype 4 notitle, \
  '' every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:5 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::0::0 using 1:8 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CD3C0' notitle, \
  '' every ::0::0 using 1:11 with points pointtype 7 pointsize 0.5 linecolor rgb '#F4D48C' notitle, \
  '' every ::1 using 1:2 with linespoints pointsize 0.3 linetype 1 title 'He', \
  '' every ::1 using 1:5 with linespoints pointsize 0.3 linetype 2 title 'Xavier', \
  '' every ::1 using 1:8 with linespoints pointsize 0.3 linetype 3 title 'PyTorch''s default', \
  '' every ::1 using 1:11 with linespoints pointsize 0.3 linetype 4 title 'deviation 0.01'

unset label; unset key
set ylabel 'Validation accuracy'
set xrange [-0.5:8.5]; set xtics 2; set format x '%.0f'
set yrange [0:100]; set ytics 20; set format y '%.0f %%'
set label '84.3 %' at graph 1.01765, graph 0.78721 left font ',10.5' textcolor rgb '#0072B2'
set label '84.4 %' at graph 1.01765, graph 0.84373 left font ',10.5' textcolor rgb '#D55E00'
set label '84.4 %' at graph 1.01765, graph 0.90026 left font ',10.5' textcolor rgb '#009E73'
set label '10.0 %' at graph 1.01765, graph 0.1 left font ',10.5' textcolor rgb '#A16F00'
plot $panel_2 every ::1 using 1:(100*$3):(100*$4) with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:(100*$6):(100*$7) with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::1 using 1:(100*$9):(100*$10) with filledcurves fillstyle transparent solid 0.2 noborder linetype 3 notitle, \
  '' every ::1 using 1:(100*$12):(100*$13) with filledcurves fillstyle transparent solid 0.2 noborder linetype 4 notitle, \
  '' every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$5) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::0::0 using 1:(100*$8) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CD3C0' notitle, \
  '' every ::0::0 using 1:(100*$11) with points pointtype 7 pointsize 0.5 linecolor rgb '#F4D48C' notitle, \
  '' every ::1 using 1:(100*$2) with linespoints pointsize 0.3 linetype 1 title 'He', \
  '' every ::1 using 1:(100*$5) with linespoints pointsize 0.3 linetype 2 title 'Xavier', \
  '' every ::1 using 1:(100*$8) with linespoints pointsize 0.3 linetype 3 title 'PyTorch''s default', \
  '' every ::1 using 1:(100*$11) with linespoints pointsize 0.3 linetype 4 title 'deviation 0.01'

unset multiplot
