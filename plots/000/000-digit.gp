# 000-digit: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 000-digit.gp > 000-digit.svg
#   gnuplot -d -e "drawing='png'" 000-digit.gp > 000-digit.png
# Titles, labels, ranges, colors and values can be edited by hand.

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 444,504 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_000_digit'
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
00000000000000000o8J4ex8iohd**U*00000000
00000000000V95xRhmu+*Wu+vRq+zjD000000000
00000000037l*Wu+*Wu+*WuyOM9JF2T000000000
0000000001BS*Wu+*Wu6kmWo0000000000000000
00000000001He6m+*TrB02lR0000000000000000
0000000000003X6R*Mf000000000000000000000
000000000000002B*Sv200000000000000000000
000000000000000Bmms600000000000000000000
00000000000000008*7Yf6n10000000000000000
0000000000000000057n*Wsu6H00000000000000
0000000000000000000klmu+cYj0000000000000
0000000000000000000045uz*Sj0000000000000
00000000000000000000003w*Wc0000000000000
0000000000000000000lXiW+*Tz2000000000000
00000000000000009wKc*Wu+-iP0000000000000
00000000000001YpuWu+*Wu9KX00000000000000
00000000000OHkO+*Wu+oc420000000000000000
000000004hmS*Wu+*TDH2H000000000000000000
000003Vjvmu+*WurYHj000000000000000000000
000008a+*WuLYvHH000000000000000000000000
0000000000000000000000000000000000000000
0000000000000000000000000000000000000000
0000000000000000000000000000000000000000
EOD

set multiplot layout 1,1 title 'The first training image of MNIST is a 5' font ',17' margins screen 0.05856,0.94144,0.07411,0.85188 spacing screen 0.05405,0.10714
set label 2 'Data 259aec4b9546.' at screen 0.03153, screen 0.02302 left font ',9.5' textcolor rgb '#777777'

set title 'training example 0: 5'
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
