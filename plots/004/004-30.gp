# 004-30: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 004-30.gp > 004-30.svg
#   gnuplot -d -e "drawing='png'" 004-30.gp > 004-30.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 99d96d6568ebe0653d352f8fc350173d535c40aed55984597be850d4f34aabff

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 1074,322 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_004_30'
if (drawing eq 'png') set terminal pngcairo size 2148,644 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 11.1875,3.3541666666666665 font 'sans-serif,13' noenhanced fontscale 0.75

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
GJc8VxMyjqheFb0Z9si5JbfdArgpZZdY6K6yM5PeZsURVqd2tYZRM3VzYjdnUsMbCfVKrK68s1L0
YC6vpu8H5obpJRbxpyX2QiAz9C9pPada8rlvABnZreV4iChNmSZMZP9Y2pZ6I7bSD3l7YiRtkOf0
2b5OUM9pfJc8HgcIVuLg4z4jCBQri8GLAZgkmSPsVqU3ZuqKpg2rYJQQCi6bpBUbfL5rh1HLAub0
RBIMFLmRJcb5shTRJQJQ1KlTXwDjDQRfZAg5a9RZVZhdmA8bq7TzlvTilxhcDp53daUS8cc266X0
XuVu8tgP9CmBo5dcAT9JURtuCKFsC6gwhiNQHuMCkAuNVYdcFPLnCjn5s1M2Iad6MZNiX9ZBFxf0
RRMYJ4NCFfXi78QeIkddYdb5A9U5ng9f9iTp6p66F8CSNTQ5iQlsTSdIp9NQLwe92cZpjNprDyP0
j4fz1iXqcO9X9hXt79VwGMoahtJjNjD2kAkQfrVxX9FzPsK3YP9Tbeg6e9oPG9Yt2OpTkTFMUcL0
MuCsjjYKgy2JcY6SHALtPBMjneDqaKM8sAA8hLXzhR8yYUPAq0Tea6WCUQZXQ3GUPvgird7KJrL0
RDoLLxLKg5A7SIbsdCJeJ4SA74DsYjgSRP7SQvQMB3ZPTNpM2zWH0vtAQCbSRanjM99zrwnjcg40
PqWLQbK2lSuSsxFNk8IjJsfp8h19o1Z25DK1LzTKndloHk7059MBIJsognBBJJH2ouJuZrZOZKb0
B6cd8oUwnM6JPx9BRCdPPQfJl4pcC5YR4M1TVdAcgP3JNKqQbS6r5sYMAH4sVqaAo19XVSFK4jX0
LyggiUbunjLCJLVzCyMgCwtKkPQyFsMx9sXiDzPhj4V4QrfLhO8gGAAqINcKUq9r1aC3bJ6Uh7f0
l1Ii4dRA2w2qFaRh2gF3neodMagb6so6QqLt1+ToHYRNspZ94AnQsyoN4aQ3JTIAu6hvCcAdZZC0
NbM9LZUzC484oKkNTQXcHh8+dCs4TuQrDaDx4Dn5ZYbSkJBDoqS1QXY2U9AsXKpcTj2vF5UJRMP0
R2Y2ZiDOUIU6VOfx9PctgzdITSRsJsVO4fgQVhpJhjMYhvl2WP0sVTXvQ6pQPORIi57ApKIdm1b0
8AIqZv8cHMZsDpkJg35KF5gCX5FRMOpC62LtWANX9o8jJqoQNu6hDC8HnrgBLxHBbQdCrSFqc5L0
jegNVvI0Yre7XfLQqMNpNo3A0MshY2Fs9uN1trYZDeJHdqoqpe8oNvkBQanTo1RjhNoJfwIQNPL0
JJj1daK102rjZQ4OUAVjZfj1MBCCiDTMkIdyfpFAoCXJ74i1D9YYZilzrPgJOCh60ccpTO6ORcn0
i4neg9g2AsjQ4OotVbZ3A5pSsMlPDUZ7A+k3PeIhNhuL8q0L5vOKK15Sjql4QyN0IzhAVXVoUMj0
a9OD6xh7CUTMdzN1tIg7tPIsQyF0XoYRnpi2Xpl1IJ8tcjIeqBCwn8doFSpg5QRbPZXj8gDp8Rj0
jooPAcT4UT5uPQJLAJJt5vD8V85tq4kqk4VNHMXxjtceYCQbVZFd9ONPdI13fRApk6QTCJrQbqC0
j+m2KCJIcRVhO3Pb0LAB4PTz1rWON3kMM0WIG9WK4yRjgTlPXZ71Dt6IRfCvI7DKoNkqMqHsjeb0
0ctjjsIUZ95j4wdTDra9DKB3OAZ4U1hYGHctJ60SMbm6ISHhhtTbgLp5e5UKAKfsr1dfAPCQCpb0
cT5bth6oAZa3o8oohwppjfhwduSOlo9Qoh52AfF7VOD+hLWAPeUxQ6WAosnYhqchU8peX2Q+MPT0
j76I4wkpdY8BMSmBWAaJ5chtDTVafRJthSVLRPZgAeIcJ5tMf8ghWA6RVusaaCQ3VchA6BRvAaf0
ToVzI9PjpijT9iG0nuhQctLrN9IYhNUY5jTDkMUQTgfqkDlTR6c668nqIhLbLNla9Nk55+oICiT0
Qd6qc4rsp5Y1giNhQ9A59wPhcXC2ZNf2UuHjApn5ks7D8KA55LaD0MmS1JUdtXjLQSP2GJlAtUC0
TJVZjhb3DMq1TrJf01TTJC9TLY8Ra2Vki2AgDRm71T8hHnfKGAVztBILNANelQe76iMcAATdPkH0
EOD

set multiplot layout 1,1 title 'ResNet''s 64 filters of 7 × 7' font ',17' margins screen 0.02793,0.97393,0.10357,0.87376 spacing screen 0.02793,0.04969
set label 1 'run 99d96d6568eb' at screen 0.98696, screen 0.03602 right font ',9.5' textcolor rgb '#777777'
set label 2 'After epoch 8. Of each filter 0 is a middle gray, the largest magnitude black or light gray. One seed: another one gives other numbers. Drawn in 16 gray levels.' at screen 0.01304, screen 0.03602 left font ',9.5' textcolor rgb '#777777'

unset border; unset colorbox; unset xtics
unset ytics
unset x2tics
# 3 pixels are 2 characters, digits to base 64; a channel has 16 levels.
digits = '0123456789ABCDFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-*'
digit(row, k) = strstrt(digits, row[k:k]) - 1
number(row, k) = 64*digit(row, k) + digit(row, k + 1)
color(row, x) = number(row, 2*(x/3) + 1)/(x%3 == 0 ? 256 : x%3 == 1 ? 16 : 1)%16
level(row, x, c) = color(row, x)
# A tile is an image of 7 × 7 pixels and the gap after it.
pixel(x, y, c) = x%8 < 7 && y%8 < 7 ? level($pixels[y/8*7 + y%8 + 1], x/8*7 + x%8, c) : 15
set x2range [-0.5:1015.5]
set palette defined (0 '#000000', 1 '#FFFFFF') maxcolors 16; set cbrange [0:15]
set samples 1016; set isosamples 248
set xrange [-0.5:1015.5]; set yrange [247.5:-0.5]
# One sample a pixel of the drawing.
plot sample [u=0:1015][v=0:247] '++' using 1:2:(pixel(int($1 + 0.5)/8, int($2 + 0.5)/8, 0)) with image notitle

unset multiplot
