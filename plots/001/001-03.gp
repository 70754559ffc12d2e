# 001-03: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-03.gp > 001-03.svg
#   gnuplot -d -e "drawing='png'" 001-03.gp > 001-03.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run d17afdc4defe43260f4f4e9264e5da61886c6a4bb74a2eab9d31f6aad32555cb

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 452,512 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_03'
if (drawing eq 'png') set terminal pngcairo size 904,1024 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 4.708333333333333,5.333333333333333 font 'sans-serif,13' noenhanced fontscale 0.75

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
o71lTO5sUOgrW7YqUuohfxJcfxJZfhJagH00
leMTRu9YSd+YUe1RTO1RSRVdhAZdhRZeJX00
RdolRNgpT6oqRtciQ6kmQxlihhthhxkGTn00
PtcMPd9MS6ULRNYMQNoJS6FnixxmiqoLVH00
LrkDLc5JLL+HLb+GKbsMLsFqjyAsjssBSH00
N59LLcMIML+IL51CLcQKJsULkyZtkcQaYH00
QdDJR6QJPtYIPMwIQtDIPdDIeihylLIifH00
OswOPdIXON1YPMYUOdMWNt1bOit-md5-WH00
OcwDOMkDMt5FOsw9OM+INN18Mtu1LMUdQX00
y*7nzV*ny*7ozGBozW7ozG3nzV+TP9AkUX00
tUePtkeRtDmQtUePs+qPtUaBpTj*UhVQVn00
tUiSt+iRtUiOtDWPtkeRtUaCqCk6J7UyVH00
rAqGiGS4ozK5ojSUhxpkhjOHq+15ILkpLn00
kuNvU*ORtUWQt+ieUuQuU+aKsDF0FcMSMX00
nfu3aWORtUiRtUefa8xDa+mOskWPX5U5KX00
qhKDg*WPMM9ILVafgANcg+hXaf-Faf-Fan00
tiuRmGWRLKn+I-afmSt+mDVOcgVOd9RPcX00
q+3HrU33LqzzIDuBrD7JqzNVf9-XeAJSeH00
tUeRtkeQLKfxI-iQt+aQtUhUeQhLf9lVdX00
tUiPtDePKs1KVVeQtDSPtUlPeghMf9tPdH00
tkeRtUaRL3jzIFWRtkaPtkhKdgZMfwRbe000
tUmSt+ePLKn+J-aStkqQtUZBdQtK+g7tbH00
ojO4ojG5LKnyIky6ozO5ojVFZ8lN+fWtcn00
ZPdCYPR1LMIILBlBZ8N8XfF9Xvt9+8ysYX00
b8d7a8VxlSRtliR3b8lCYgZJavVB+gBsbn00
EOD

set multiplot layout 1,1 title 'The same shrunk to 25 × 25 pixels' font ',17' margins screen 0.05752,0.94248,0.07295,0.8542 spacing screen 0.0531,0.10547
set label 1 'run d17afdc4defe' at screen 0.96903, screen 0.02266 right font ',9.5' textcolor rgb '#777777'

set title '25 × 25'
unset border; unset colorbox; unset tics
# 3 pixels are 4 characters, digits to base 64; a channel has 256 levels.
digits = '0123456789ABCDFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-*'
digit(row, k) = strstrt(digits, row[k:k]) - 1
number(row, k) = 262144*digit(row, k) + 4096*digit(row, k + 1) + 64*digit(row, k + 2) + digit(row, k + 3)
color(row, x) = number(row, 4*(x/3) + 1)/(x%3 == 0 ? 65536 : x%3 == 1 ? 256 : 1)%256
level(row, x, c) = color(row, x)
pixel(x, y, c) = level($pixels_1[y + 1], x, c)
set object 1 rectangle from -0.5, -0.5 to 399.5, 399.5 front fillstyle empty border linecolor rgb '#AAAAAA' linewidth 0.5
set palette defined (0 '#000000', 1 '#FFFFFF') maxcolors 256; set cbrange [0:255]
set samples 400; set isosamples 400
set xrange [-0.5:399.5]; set yrange [399.5:-0.5]
# One sample a pixel of the drawing.
plot sample [u=0:399][v=0:399] '++' using 1:2:(pixel(int($1 + 0.5)/16, int($2 + 0.5)/16, 0)) with image notitle

unset multiplot
