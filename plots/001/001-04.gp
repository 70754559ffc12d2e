# 001-04: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-04.gp > 001-04.svg
#   gnuplot -d -e "drawing='png'" 001-04.gp > 001-04.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run d17afdc4defe43260f4f4e9264e5da61886c6a4bb74a2eab9d31f6aad32555cb

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 652,160 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_04'
if (drawing eq 'png') set terminal pngcairo size 1304,320 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 6.791666666666667,1.6666666666666667 font 'sans-serif,13' noenhanced fontscale 0.75

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

$table_1 << EOD
# column row value
0 0 196
1 0 112
2 0 110
3 0 113
4 0 113
5 0 117
6 0 117
7 0 122
8 0 116
9 0 124
10 0 120
11 0 115
12 0 119
13 0 124
14 0 106
15 0 163
16 0 164
17 0 165
18 0 163
19 0 164
20 0 162
21 0 162
22 0 164
23 0 163
24 0 165
0 1 186
1 1 117
2 1 92
3 1 107
4 1 114
5 1 97
6 1 110
7 1 111
8 1 97
9 1 118
10 1 112
11 1 90
12 1 113
13 1 112
14 1 90
15 1 109
16 1 167
17 1 166
18 1 168
19 1 168
20 1 166
21 1 169
22 1 168
23 1 167
24 1 74
0 2 106
1 2 108
2 2 110
3 2 105
4 2 106
5 2 114
6 2 112
7 2 108
8 2 115
9 2 107
10 2 105
11 2 107
12 2 100
13 2 107
14 2 111
15 2 103
16 2 171
17 2 171
18 2 170
19 2 173
20 2 170
21 2 171
22 2 171
23 2 79
24 2 115
0 3 99
1 3 105
2 3 85
3 3 98
4 3 98
5 3 85
6 3 108
7 3 103
8 3 84
9 3 105
10 3 104
11 3 85
12 3 101
13 3 108
14 3 82
15 3 108
16 3 99
17 3 176
18 3 175
19 3 174
20 3 175
21 3 175
22 3 60
23 3 84
24 3 121
EOD

set multiplot layout 1,1 title 'The first four rows of the 25 × 25 gray values' font ',17' margins screen 0.03988,0.96012,0.23344,0.73344 spacing screen 0.03681,0.1375
set label 1 'run d17afdc4defe' at screen 0.97853, screen 0.0725 right font ',9.5' textcolor rgb '#777777'

unset border; unset colorbox; unset xtics; unset grid
unset x2tics; unset ytics
set xrange [-0.5:24.5]; set x2range [-0.5:24.5]; set yrange [3.5:-0.5]
plot $table_1 using (1 ? $1 : NaN):2:(gprintf('%.0f', $3)) with labels font ',9' textcolor rgb 'black' notitle

unset multiplot
