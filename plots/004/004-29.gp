# 004-29: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 004-29.gp > 004-29.svg
#   gnuplot -d -e "drawing='png'" 004-29.gp > 004-29.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 01c22aa4ab9c324867ad4237f7ab835c982b2d51ff226ed9a58908a8a93f92b3

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 1192,344 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_004_29'
if (drawing eq 'png') set terminal pngcairo size 2384,688 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 12.416666666666666,3.5833333333333335 font 'sans-serif,13' noenhanced fontscale 0.75

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

$pixels << EOD
bAkDjcVfBN165MIAspIiPxhuoBhYa5R3
n54Lj6gT5T6hqR7OT9T3fvsTUxrNLkJ+
n+tvIvST3PV3lZjPggpgHU9tb8TCTKcI
kI08IDcs9hLfUNeDpKV0bX4kTSt6VDR6
PAQfXq2srCLBI4MJMr6SjkoKFDqD7H2j
saAMYf6IMf4bAXZqP9hNSPr+Af0KmCmB
OM4gJ0K2Lr9UOKMzJyO0t5UbID5Ml5UU
V5ADjj7JZZ8sXi35u0geK0czpcI7UjkP
gnVAZnq7l+gLA4JNSTVS1u07WQ8kOTb2
npDjS8DeCYjCj61J5BBUs7MyouZKPifo
8YR0Ms1tfM768Dgcl1rhUtQ+kP5bFDp+
J+WKto4940FflPLc3CgsJCq6j8uJDflA
EOD

set multiplot layout 1,1 title 'The CNN''s 64 filters of 3 × 3' font ',17' margins screen 0.02517,0.97651,0.09695,0.88183 spacing screen 0.02517,0.04651
set label 1 'run 01c22aa4ab9c' at screen 0.98826, screen 0.03372 right font ',9.5' textcolor rgb '#777777'
set label 2 'After epoch 8. Of each filter 0 is a middle gray, the largest magnitude black or light gray. One seed: another one gives other numbers. Drawn in 16 gray levels.' at screen 0.01174, screen 0.03372 left font ',9.5' textcolor rgb '#777777'

unset border; unset colorbox; unset xtics
unset ytics
unset x2tics
# 3 pixels are 2 characters, digits to base 64; a channel has 16 levels.
digits = '0123456789ABCDFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-*'
digit(row, k) = strstrt(digits, row[k:k]) - 1
number(row, k) = 64*digit(row, k) + digit(row, k + 1)
color(row, x) = number(row, 2*(x/3) + 1)/(x%3 == 0 ? 256 : x%3 == 1 ? 16 : 1)%16
level(row, x, c) = color(row, x)
# A tile is an image of 3 × 3 pixels and the gap after it.
pixel(x, y, c) = x%4 < 3 && y%4 < 3 ? level($pixels[y/4*3 + y%4 + 1], x/4*3 + x%4, c) : 15
set x2range [-0.5:1133.5]
set palette defined (0 '#000000', 1 '#FFFFFF') maxcolors 16; set cbrange [0:15]
set samples 1134; set isosamples 270
set xrange [-0.5:1133.5]; set yrange [269.5:-0.5]
# One sample a pixel of the drawing.
plot sample [u=0:1133][v=0:269] '++' using 1:2:(pixel(int($1 + 0.5)/18, int($2 + 0.5)/18, 0)) with image notitle

unset multiplot
