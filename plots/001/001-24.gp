# 001-24: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-24.gp > 001-24.svg
#   gnuplot -d -e "drawing='png'" 001-24.gp > 001-24.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 19aa8847b4f229d20e760b66dbecf46055073105fecf8fc2b105d3765acf67d3
# run 42e358376862d72bfd5b5afa3f0ffd9970448ebf386614d2d95565ed6d4204c9
# run faf235b0f6fba52d05a70c464fd70366fe1d64609e2dd4e85a1f45278e96262a

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 996,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_24'
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
# epoch training training lower training upper validation validation lower validation upper
0 2.316419879003366 2.2994606416662533 2.3182643191019694 2.3161662598609922 2.2990585374832153 2.318386138534546
1 0.473768693592151 0.4732207510471344 0.47492684781154 0.4202574683690932 0.39598744342500597 0.4307611427831559
2 0.35762744110425315 0.3575495735168457 0.3577728852550189 0.3658811737554248 0.3649055361099154 0.3759271779144986
3 0.32024500496784847 0.3199854855934779 0.3222672918478648 0.3645335714854049 0.35819958969231697 0.38363479908088916
4 0.29573945884108543 0.29459340221484503 0.2958605511446794 0.33507829968616454 0.33297556170714715 0.3578675408572372
5 0.2770342412978411 0.2763217354863882 0.28008793561259904 0.35099715738515563 0.33614289034558925 0.35544343112273896
6 0.26306573693454266 0.2620011056184769 0.26473685877472164 0.34265136977950644 0.3244749361033625 0.35183538971973227
7 0.24954785963098208 0.2480832980449001 0.25104829996426903 0.3331459255104831 0.3319826014816882 0.33403057168369765
8 0.23859444530357918 0.23675082438190778 0.23936350236733756 0.3281411993052798 0.31733343566800937 0.32994687358107394
9 0.22803352393209933 0.22777881424725055 0.22910639437933764 0.32557076091806664 0.3161736487459632 0.34371928635712656
10 0.2190977088391781 0.21842679709196092 0.21953332980672519 0.3341616263462338 0.326264681856731 0.35297657882744443
EOD
$panel_2 << EOD
# epoch training training lower training upper validation validation lower validation upper
0 0.10551666666666666 0.09143333333333334 0.11368333333333333 0.1056 0.0927 0.1139
1 0.86185 0.8577666666666667 0.87175 0.8452 0.8446 0.8582
2 0.88525 0.8823833333333333 0.8884166666666666 0.8686 0.8643 0.8704
3 0.8859333333333334 0.8810166666666667 0.89175 0.8652 0.8606 0.874
4 0.904 0.89515 0.90535 0.8801 0.8732 0.8802
5 0.9011833333333333 0.89705 0.9073833333333333 0.8747 0.8708 0.8799
6 0.90685 0.9014833333333333 0.9106333333333333 0.8765 0.8715 0.8816
7 0.9153 0.9147 0.9157333333333333 0.8835 0.8824 0.8844
8 0.9206833333333333 0.9205833333333333 0.92095 0.8867 0.8832 0.8893
9 0.924 0.91995 0.9266833333333333 0.8896 0.8806 0.8906
10 0.9255 0.91475 0.92645 0.8885 0.8807 0.8933
EOD

set multiplot layout 1,2 title 'Adam with a medium learning rate, 0.001' font ',17' margins screen 0.10628,0.93394,0.23766,0.817 spacing screen 0.14423,0.19861
set label 1 'runs 19aa8847b4f2 42e358376862 faf235b0f6fb' at screen 0.98594, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'Median and range of 3 seeds.' at screen 0.01406, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set key at screen 0.08619, screen 0.91272 left top vertical maxrows 1
set xrange [-0.5:10.5]; set xtics 2; set format x '%.0f'
set yrange [0:4]; set ytics 1; set format y '%.0f'
set label '0.219' at graph 1.01765, graph 0.0409 left font ',10.5' textcolor rgb '#0072B2'
set label '0.334' at graph 1.01765, graph 0.09742 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_1 every ::1 using 1:3:4 with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:6:7 with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:5 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:5 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label; unset key
set ylabel 'accuracy'
set xrange [-0.5:10.5]; set xtics 2; set format x '%.0f'
set yrange [0:100]; set ytics 20; set format y '%.0f %%'
set label '92.5 %' at graph 1.01765, graph 0.93526 left font ',10.5' textcolor rgb '#0072B2'
set label '88.8 %' at graph 1.01765, graph 0.87874 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_2 every ::1 using 1:(100*$3):(100*$4) with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:(100*$6):(100*$7) with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$5) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$5) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset multiplot
