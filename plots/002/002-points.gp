# 002-points: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 002-points.gp > 002-points.svg
#   gnuplot -d -e "drawing='png'" 002-points.gp > 002-points.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 7aaaa66afb02ecd7683b34437378532a5cb000b17e483adb9268fb87f82cbd30
# run a64d4778f736d4cf02ca0c5cd03101a84a85c68282ebed9e2e511f24c4097695
# run b0c0d48025584ca35653d7af393deff06a297fcbe739cf122198ca5b915ff980
# run 735f32d29d03ee8ae67d0f95c6326c1a02ec51ef8800af73f8213c124a4b8eee
# run 79d001564571df10ac59cd42d65bb0ddfe3f51b24500eefa9f114e6f7c21b374

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 641,492 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_002_points'
if (drawing eq 'png') set terminal pngcairo size 1282,984 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 6.677083333333333,5.125 font 'sans-serif,13' noenhanced fontscale 0.75

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
# x training test
-1 -0.6880249977111816 -0.834293782711029
-0.8947368264198303 -0.5924571752548218 -0.4148929715156555
-0.7894736528396606 -0.6303493976593018 -0.711590588092804
-0.6842105388641357 -0.7839791774749756 -0.4951285123825073
-0.5789473652839661 -1.0301759243011475 -0.6405024528503418
-0.4736841917037964 -0.7109707593917847 -0.7346299886703491
-0.3684210479259491 -0.6199485063552856 -0.4579877555370331
-0.2631579041481018 -0.4826717972755432 -0.4383940100669861
-0.15789473056793213 0.15077689290046692 0.29824551939964294
-0.052631571888923645 -0.48964762687683105 0.13107825815677643
0.052631571888923645 0.2964748740196228 -0.30338746309280396
0.15789473056793213 -0.45369982719421387 0.10346035659313202
0.2631579041481018 0.360867977142334 0.15149059891700745
0.3684210479259491 0.9043711423873901 0.343758761882782
0.4736841917037964 0.7659565806388855 0.43609619140625
0.5789473652839661 0.7059261798858643 1.3222174644470215
0.6842105388641357 0.8382704257965088 0.7207190990447998
0.7894736528396606 0.6135133504867554 1.0935359001159668
0.8947368264198303 0.9406225681304932 1.1337981224060059
1 1.0819103717803955 0.8436515927314758
EOD

set multiplot layout 1,1 title 'Twenty points to learn from and twenty to test on: y = x +'.LF.'noise' font ',17' margins screen 0.12863,0.94072,0.19248,0.80224 spacing screen 0.14423,0.16026
set label 1 '5 runs' at screen 0.97816, screen 0.02358 right font ',9.5' textcolor rgb '#777777'
set label 2 'Median and range of 5 seeds.' at screen 0.02184, screen 0.02358 left font ',9.5' textcolor rgb '#777777'

set xlabel 'x'
set ylabel 'y'
set key at screen 0.09743, screen 0.87947 left top vertical maxrows 1
set xrange [-1.04:1.04]; set xtics 0.5; set format x '%.1f'
set yrange [-2:2]; set ytics 1; set format y '%.0f'
plot $panel_1 using 1:2 with points pointsize 0.8 linetype 2 title 'training', \
  '' using 1:3 with points pointsize 0.8 linetype 1 title 'test'

unset multiplot
