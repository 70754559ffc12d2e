# 003-record-19: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 003-record-19.gp > 003-record-19.svg
#   gnuplot -d -e "drawing='png'" 003-record-19.gp > 003-record-19.png
# Titles, labels, ranges, colors and values can be edited by hand.

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 444,504 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_003_record_19'
if (drawing eq 'png') set terminal pngcairo size 888,1008 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 4.625,5.25 font 'sans-serif,13' noenhanced fontscale 0.75

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

$pixels_1 << EOD
0000000000000000000000000000000000000000
0000000000000000000000000000000000000000
0000000000000000000000000000000000000000
0000000000000000000000000000000000000000
0000000000000000000000000000000000000000
000000000000000000000000h5j0000000000000
000000000000000000000002xev0000000000000
00000000000000000000000q*ev0000000000000
0000000000009i8W0000000q*c40000000000000
000000000000OmwK0000001O*aP0000000000000
000000000000fGvv0000002+yXH0000000000000
00000000000DvxX200000032y000000000000000
00000000000u*e800000013ign00000000000000
00000000001q*a80000006W-RH00000000000000
0000000000WUy4lTkByz*Gu-TX00000000000000
0000000000*-*myzryFqj*S-+sv0000000000000
0000000000aQyuLN00000FB-zjL0000000000000
00000000000F4X0000006*GGBZL0000000000000
00000000000000000000P*x40000000000000000
00000000000000000000UGw30000000000000000
00000000000000000000UGv+0000000000000000
00000000000000000000UGv+0000000000000000
00000000000000000000im+b0000000000000000
00000000000000000000l*wK0000000000000000
00000000000000000000Ty0A0000000000000000
0000000000000000000000000000000000000000
0000000000000000000000000000000000000000
0000000000000000000000000000000000000000
EOD

set multiplot layout 1,1 title 'Test record 19 as a picture' font ',17' margins screen 0.05856,0.94144,0.07411,0.85188 spacing screen 0.05405,0.10714
set label 2 'Data ef2b85f650b8.' at screen 0.03153, screen 0.02302 left font ',9.5' textcolor rgb '#777777'

set title 'test example 19: 4'
unset border; unset colorbox; unset tics
# 3 pixels are 4 characters, digits to base 64; a channel has 256 levels.
digits = '0123456789ABCDFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-*'
digit(row, k) = strstrt(digits, row[k:k]) - 1
number(row, k) = 262144*digit(row, k) + 4096*digit(row, k + 1) + 64*digit(row, k + 2) + digit(row, k + 3)
color(row, x) = number(row, 4*(x/3) + 1)/(x%3 == 0 ? 65536 : x%3 == 1 ? 256 : 1)%256
level(row, x, c) = color(row, x)
pixel(x, y, c) = level($pixels_1[y + 1], x, c)
set object 1 rectangle from -0.5, -0.5 to 391.5, 391.5 front fillstyle empty border linecolor rgb '#AAAAAA' linewidth 0.5
set palette defined (0 '#FFFFFF', 1 '#000000') maxcolors 256; set cbrange [0:255]
set samples 392; set isosamples 392
set xrange [-0.5:391.5]; set yrange [391.5:-0.5]
# One sample a pixel of the drawing.
plot sample [u=0:391][v=0:391] '++' using 1:2:(pixel(int($1 + 0.5)/14, int($2 + 0.5)/14, 0)) with image notitle

unset multiplot
