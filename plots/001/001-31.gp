# 001-31: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-31.gp > 001-31.svg
#   gnuplot -d -e "drawing='png'" 001-31.gp > 001-31.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 839c49b14cad1ff1bc52050c81d270db25a86509aabf835f75a1d0d7a15e23ae
# run 695f6ac05c33e19eda962cc1c9896f09e93207355e8305c23045ed327f0e0465
# run 215973948ad12efa9947a64a4aee066fb6b910c0cd9d02f9bf04ef0e0b4af2fe
# run 19aa8847b4f229d20e760b66dbecf46055073105fecf8fc2b105d3765acf67d3
# run 42e358376862d72bfd5b5afa3f0ffd9970448ebf386614d2d95565ed6d4204c9
# run faf235b0f6fba52d05a70c464fd70366fe1d64609e2dd4e85a1f45278e96262a
# run 8fc9c15c1bf558310f2be8b85748a88cbcfd7a2dd87b5fad30ba9e1c7b1fbbe0
# run 88bdbd8abedf30f262c43b19b496d10c427e7dd587418616e51cdba4eeb8c177
# run 6f71e3ec0dc9325591ae6f9ecd32cebc8e8fb32d972fa63a9a8a163e47d81191

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 980,1100 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_31'
if (drawing eq 'png') set terminal pngcairo size 1960,2200 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 10.208333333333334,11.458333333333334 font 'sans-serif,13' noenhanced fontscale 0.75

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
0 2.3610124179104965 2.3535235375901062 2.390326716353496 2.361515081524849 2.3519991720557214 2.386680881369114
1 0.5949532262523969 0.5925087903817494 0.5968282491763433 0.5053262470562586 0.499769760479539 0.522399731292844
2 0.4608035772442818 0.460289777636528 0.4612286552588145 0.47967452512014386 0.4776035807839874 0.4823548775887225
3 0.43459467848141986 0.4345841061194738 0.4346652104377747 0.46302112357984476 0.4577792733066549 0.47903384556531575
4 0.42149581028620403 0.42139030622641244 0.4224735316356023 0.46552103232653935 0.4610601119377934 0.4685330156400424
5 0.4126283285578092 0.41222078586419425 0.4133140652537346 0.4597789215125047 0.449131999024322 0.4600330861458046
6 0.40672014493147535 0.4058285597284635 0.40746472268501915 0.44849438368425243 0.4463192162011603 0.49112584094423556
7 0.40190097956260046 0.40061690940260886 0.40263020522197085 0.4478415130083031 0.44661732287402073 0.4495044422951889
8 0.39806202951669695 0.3976721415599187 0.39825898107091584 0.45059645407227755 0.4455987141835666 0.453065358368271
9 0.3941834030389786 0.39416530171434083 0.3943235242486 0.4470699773867573 0.438946754449512 0.456486058209377
10 0.39208593463102975 0.39137099018494287 0.3930409120082855 0.44085908486828373 0.4400820984752421 0.4431367213254318
EOD
$panel_2 << EOD
# epoch training training lower training upper validation validation lower validation upper
0 0.06298333333333334 0.0483 0.12431666666666667 0.0645 0.0479 0.1266
1 0.8411 0.8340833333333333 0.8442166666666666 0.8285 0.8212 0.8313
2 0.8501833333333333 0.8450666666666666 0.8503 0.8322 0.8287 0.8332
3 0.85675 0.8492833333333333 0.8574333333333334 0.84 0.8328 0.8405
4 0.8544 0.8524333333333334 0.85595 0.8366 0.8345 0.8382
5 0.86045 0.8585666666666667 0.8633166666666666 0.8419 0.84 0.8434
6 0.8628 0.84585 0.8649833333333333 0.8433 0.8277 0.8455
7 0.8638666666666667 0.8638 0.8665833333333334 0.8446 0.8412 0.8463
8 0.8624333333333334 0.8624166666666667 0.8654333333333334 0.8428 0.8423 0.844
9 0.8663333333333333 0.8630666666666666 0.8696 0.8443 0.8425 0.8482
10 0.86945 0.8660333333333333 0.8700333333333333 0.8449 0.8448 0.8473
EOD
$panel_3 << EOD
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
$panel_4 << EOD
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
$panel_5 << EOD
# epoch training training lower training upper validation validation lower validation upper
0 2.299408817032973 2.29874695584774 2.3077882674217225 2.2992486033439636 2.2987775191783903 2.3079843509674074
1 0.4773476364413897 0.47620930981636045 0.4777310976823171 0.44499238130902485 0.3955786599574851 0.46063175538821816
2 0.3614502954542637 0.3605080544392268 0.36149132082859675 0.3787741755032131 0.3643685902649854 0.3858330227286763
3 0.3233930018126965 0.3230347932000955 0.32528351325392724 0.3596058409951303 0.35822353944167673 0.37654253906741303
4 0.29743518715699513 0.29689275068541365 0.2976076787908872 0.3490746170931792 0.3403516790093016 0.35538787562705343
5 0.27977546430428823 0.27843947428961596 0.28045456745227176 0.3357384854640335 0.3301988721836522 0.34669379917345916
6 0.2653565561662118 0.26489847928782306 0.2653905360544721 0.36068154074142833 0.33977084260592116 0.38172631613205565
7 0.2513881763517857 0.25087891616721947 0.252772444481651 0.34197559986746545 0.32900825501705944 0.3465813275585762
8 0.2390764075487852 0.23900085027019183 0.2391269530713558 0.3665380570540931 0.3425893788196117 0.3725299110929646
9 0.22924547338013848 0.22851095228691895 0.23303158889909587 0.3372059219007315 0.3286619958659173 0.35307707660505083
10 0.2210646059672038 0.22102477113604546 0.2211232113569975 0.3505736124400071 0.33059281722332934 0.3615334635504062
EOD
$panel_6 << EOD
# epoch training training lower training upper validation validation lower validation upper
0 0.11071666666666667 0.0824 0.1158 0.1106 0.084 0.1177
1 0.8546 0.84945 0.8715166666666667 0.8406 0.8343 0.8576
2 0.883 0.8812833333333333 0.8864333333333333 0.8647 0.8636 0.8721
3 0.8886333333333334 0.8839333333333333 0.89315 0.8684 0.865 0.8735
4 0.89655 0.89605 0.9049333333333334 0.8729 0.8724 0.8804
5 0.9090166666666667 0.89965 0.9098 0.8813 0.8761 0.8831
6 0.90425 0.8928 0.9052833333333333 0.8753 0.865 0.8783
7 0.9150833333333334 0.9095333333333333 0.9158 0.884 0.8783 0.8844
8 0.91355 0.9132166666666667 0.9143333333333333 0.8808 0.8776 0.8822
9 0.9207333333333333 0.9171666666666667 0.92515 0.8879 0.882 0.8889
10 0.9268333333333333 0.9168 0.9304 0.8917 0.8831 0.8951
EOD

set multiplot layout 3,2 title 'No hidden layer, one, and two' font ',17' margins screen 0.10005,0.93286,0.08614,0.90823 spacing screen 0.13862,0.09741
set label 1 '9 runs' at screen 0.98571, screen 0.01055 right font ',9.5' textcolor rgb '#777777'
set label 2 'Median and range of 3 seeds.' at screen 0.01429, screen 0.01055 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'cross-entropy (nats)'
set label 3 'No hidden layer' at graph -0.24721, graph 1.1013 left font ',14'
set key at screen 0.07964, screen 0.9685 left top vertical maxrows 1
set xrange [-0.5:10.5]; set xtics 2; set format x '%.0f'
set yrange [0.2:0.6]; set ytics 0.1; set format y '%.1f'
set label '0.392' at graph 1.01765, graph 0.48021 left font ',10.5' textcolor rgb '#0072B2'
set label '0.441' at graph 1.01765, graph 0.60215 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_1 every ::1 using 1:3:4 with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:6:7 with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:5 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:5 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label; unset key
set ylabel 'accuracy'
set xrange [-0.5:10.5]; set xtics 2; set format x '%.0f'
set yrange [80:95]; set ytics 5; set format y '%.0f %%'
set label '86.9 %' at graph 1.01765, graph 0.463 left font ',10.5' textcolor rgb '#0072B2'
set label '84.5 %' at graph 1.01765, graph 0.29933 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_2 every ::1 using 1:(100*$3):(100*$4) with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:(100*$6):(100*$7) with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$5) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$5) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label
set ylabel 'cross-entropy (nats)'
set label 3 'Adam, learning rate 0.001' at graph -0.24721, graph 1.1013 left font ',14'
set xrange [-0.5:10.5]; set xtics 2; set format x '%.0f'
set yrange [0.2:0.6]; set ytics 0.1; set format y '%.1f'
set label '0.219' at graph 1.01765, graph 0.04774 left font ',10.5' textcolor rgb '#0072B2'
set label '0.334' at graph 1.01765, graph 0.3354 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_3 every ::1 using 1:3:4 with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:6:7 with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:5 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:5 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label
set ylabel 'accuracy'
set xrange [-0.5:10.5]; set xtics 2; set format x '%.0f'
set yrange [80:95]; set ytics 5; set format y '%.0f %%'
set label '92.5 %' at graph 1.01765, graph 0.83667 left font ',10.5' textcolor rgb '#0072B2'
set label '88.8 %' at graph 1.01765, graph 0.59 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_4 every ::1 using 1:(100*$3):(100*$4) with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:(100*$6):(100*$7) with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$5) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$5) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label
set ylabel 'cross-entropy (nats)'
set label 3 'Two hidden layers' at graph -0.24721, graph 1.1013 left font ',14'
set xrange [-0.5:10.5]; set xtics 2; set format x '%.0f'
set yrange [0.2:0.6]; set ytics 0.1; set format y '%.1f'
set label '0.221' at graph 1.01765, graph 0.05266 left font ',10.5' textcolor rgb '#0072B2'
set label '0.351' at graph 1.01765, graph 0.37643 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_5 every ::1 using 1:3:4 with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:6:7 with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:5 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:2 with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:5 with linespoints pointsize 0.3 linetype 2 title 'validation'

unset label
set ylabel 'accuracy'
set xrange [-0.5:10.5]; set xtics 2; set format x '%.0f'
set yrange [80:95]; set ytics 5; set format y '%.0f %%'
set label '92.7 %' at graph 1.01765, graph 0.84556 left font ',10.5' textcolor rgb '#0072B2'
set label '89.2 %' at graph 1.01765, graph 0.61133 left font ',10.5' textcolor rgb '#D55E00'
plot $panel_6 every ::1 using 1:(100*$3):(100*$4) with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:(100*$6):(100*$7) with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$5) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::1 using 1:(100*$2) with points pointsize 0.8 linetype 1 title 'training', \
  '' every ::1 using 1:(100*$5) with linespoints pointsize 0.3 linetype 2 title 'validation'

unset multiplot
