# 001-25: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-25.gp > 001-25.svg
#   gnuplot -d -e "drawing='png'" 001-25.gp > 001-25.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 9dc3163f72c016f0295a244d0e5fb41516b5fdad91581cf2dcc77ae362875fec

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 980,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_25'
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
# epoch training validation
0 2.3183 2.3184
1 1.1778 0.79063
2 0.68887 0.64602
3 0.59249 0.58534
4 0.54329 0.54908
5 0.51213 0.52649
6 0.48973 0.50811
7 0.47311 0.49424
8 0.45978 0.48516
9 0.44834 0.47316
10 0.43881 0.46524
11 0.43064 0.45827
12 0.42311 0.45169
13 0.41657 0.44611
14 0.41035 0.44199
15 0.40472 0.43734
16 0.39977 0.43264
17 0.39491 0.42874
18 0.3903 0.42506
19 0.38626 0.42041
20 0.38219 0.41837
21 0.37862 0.4149
22 0.375 0.41281
23 0.37196 0.41044
24 0.36852 0.40718
25 0.36564 0.40431
26 0.36263 0.40172
27 0.35946 0.40034
28 0.35687 0.39745
29 0.35431 0.39878
30 0.35182 0.39718
31 0.34932 0.39229
32 0.34686 0.39027
33 0.34464 0.388
34 0.34217 0.38709
35 0.34026 0.38596
36 0.33811 0.38424
37 0.33603 0.38242
38 0.33387 0.38217
39 0.33181 0.38284
40 0.3296 0.37788
41 0.32802 0.37682
42 0.32636 0.37846
43 0.32412 0.37566
44 0.32236 0.37243
45 0.32091 0.37046
46 0.31893 0.3704
47 0.31755 0.36836
48 0.31542 0.36961
49 0.31415 0.36671
50 0.31263 0.36478
51 0.31076 0.36474
52 0.30944 0.36465
53 0.30829 0.36428
54 0.30655 0.36087
55 0.30489 0.36156
56 0.30368 0.36015
57 0.30238 0.35794
58 0.30045 0.35958
59 0.29911 0.3569
60 0.29782 0.35619
61 0.29647 0.35498
62 0.29526 0.35619
63 0.29402 0.35381
64 0.29279 0.35231
65 0.29144 0.35202
66 0.28991 0.35263
67 0.28871 0.35193
68 0.28764 0.34964
69 0.28657 0.35118
70 0.28529 0.34859
71 0.28415 0.34908
72 0.28285 0.34775
73 0.28151 0.34705
74 0.28055 0.3458
75 0.27944 0.34513
76 0.27839 0.34642
77 0.27742 0.34383
78 0.27594 0.34284
79 0.27494 0.34237
80 0.27421 0.34116
81 0.27286 0.34137
82 0.27204 0.34097
83 0.27074 0.34098
84 0.26998 0.33867
85 0.26863 0.33929
86 0.2677 0.33885
87 0.26669 0.33802
88 0.26581 0.33744
89 0.26464 0.33829
90 0.26396 0.33627
91 0.2631 0.33547
92 0.26186 0.33456
93 0.2608 0.33451
94 0.2598 0.33663
95 0.25912 0.33331
96 0.25806 0.33514
97 0.25722 0.33308
98 0.25631 0.33285
99 0.25562 0.3334
100 0.25451 0.33083
EOD
$panel_2 << EOD
# epoch training validation
0 0.091433 0.0927
1 0.75125 0.7397
2 0.79482 0.7822
3 0.81468 0.8027
4 0.82677 0.8175
5 0.83303 0.8212
6 0.8384 0.8263
7 0.84318 0.8309
8 0.84458 0.8313
9 0.85003 0.837
10 0.85278 0.8396
11 0.85562 0.8411
12 0.85687 0.8437
13 0.85838 0.8447
14 0.86013 0.8449
15 0.86258 0.8468
16 0.86427 0.8483
17 0.86528 0.8492
18 0.86658 0.8489
19 0.86822 0.8525
20 0.86912 0.8525
21 0.87107 0.854
22 0.87118 0.8532
23 0.87207 0.8563
24 0.87367 0.8568
25 0.87447 0.8586
26 0.87515 0.8588
27 0.87592 0.8574
28 0.87742 0.8598
29 0.87605 0.8604
30 0.8766 0.8591
31 0.8789 0.8619
32 0.88027 0.8626
33 0.88102 0.8628
34 0.88058 0.8633
35 0.88162 0.8629
36 0.8824 0.8652
37 0.88287 0.864
38 0.8838 0.8658
39 0.8825 0.8662
40 0.88587 0.867
41 0.8856 0.8673
42 0.88655 0.8676
43 0.88572 0.8678
44 0.88783 0.8693
45 0.88848 0.8695
46 0.88892 0.8691
47 0.88975 0.8694
48 0.88882 0.871
49 0.89063 0.8707
50 0.89097 0.8717
51 0.89187 0.8712
52 0.89202 0.8715
53 0.89177 0.8709
54 0.89328 0.8731
55 0.89307 0.8723
56 0.89402 0.8726
57 0.89425 0.8755
58 0.89393 0.8742
59 0.89578 0.8752
60 0.89647 0.8761
61 0.89633 0.8761
62 0.89635 0.8748
63 0.89758 0.8764
64 0.8978 0.8763
65 0.89808 0.8751
66 0.8979 0.8753
67 0.89835 0.8765
68 0.89962 0.8764
69 0.89917 0.8763
70 0.89953 0.8759
71 0.90022 0.877
72 0.90038 0.8778
73 0.90127 0.8782
74 0.90225 0.8793
75 0.902 0.8787
76 0.90188 0.8773
77 0.9024 0.8784
78 0.9033 0.8789
79 0.90395 0.8789
80 0.9046 0.8794
81 0.9042 0.8802
82 0.90478 0.8785
83 0.90447 0.8793
84 0.90537 0.8801
85 0.90535 0.8793
86 0.90668 0.8812
87 0.90673 0.8808
88 0.90732 0.8809
89 0.90673 0.8793
90 0.9082 0.8807
91 0.90783 0.8809
92 0.9081 0.8811
93 0.90858 0.8815
94 0.90805 0.8793
95 0.90948 0.8822
96 0.9098 0.8818
97 0.9097 0.8809
98 0.9103 0.8825
99 0.91025 0.8809
100 0.91155 0.8824
EOD

set multiplot layout 1,2 title 'Adam with a low learning rate, 0.00001, 100 epochs' font ',17' margins screen 0.10005,0.93286,0.23766,0.817 spacing screen 0.13862,0.19861
set label 1 'run 9dc3163f72c0' at screen 0.98571, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'One seed: another one gives other numbers.' at screen 0.01429, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set key at screen 0.07964, screen 0.91272 left top vertical maxrows 1
set xrange [-2:102]; set xtics 20; set format x '%.0f'
set yrange [0.2:1.2]; set ytics 0.2; set format y '%.1f'
set label '0.255' at graph 1.01765, graph 0.05451 left font ',10.5' textcolor rgb '#0072B2'
set label '0.331' at graph 1.01765, graph 0.13083 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_1 every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:3 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.5 linetype 1 title 'training', \
  '' every ::1 using 1:3 with lines linetype 2 title 'validation'

unset label; unset key
set ylabel 'accuracy'
set xrange [-2:102]; set xtics 20; set format x '%.0f'
set yrange [70:95]; set ytics 5; set format y '%.0f %%'
set label '91.2 %' at graph 1.01765, graph 0.8462 left font ',10.5' textcolor rgb '#0072B2'
set label '88.2 %' at graph 1.01765, graph 0.7296 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_2 every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$3) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.5 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$3) with lines linetype 2 title 'validation'

unset multiplot
