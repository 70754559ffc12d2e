# 004-43: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 004-43.gp > 004-43.svg
#   gnuplot -d -e "drawing='png'" 004-43.gp > 004-43.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 272620fe4334232e5c92674459a3e7b73c901e54fdd00f0abcbf63e4f37481e2
# run 3915686ab5bb7d9fc3a776b8acdaec148f65c7f9467aa092cf1a50bb8848682f
# run 0b1be7447ff7f07bf20ae7e7ff46436e042b693b74bc72f46924b52e0fc6b810
# run d6f02a94c86ec3ec4f7ad9b92ed1a367a76009af4ed1e9fecb4b8b509aab95be
# run 4045f8243742a45d3d52e46eb90995426d9e7dcaa51d5cf061afb71939dc6975
# run 215cee7d2ef0287d370f76422e09f63e43c2352b775f163657509858f1360458
# run 662a95afb3ee9fc41da0cbffc08edb12b6076e4c25c1d04bc806b8e03a3f3f7e
# run 854aaa4eb449e620d2522b4586b8265cbbc73f3c541c5dcc88b25a05bb4c455f
# run 9a7406523663303d5c19b66bfe68ddc54047638c3d904a5db69a3b02113250a3
# run 469fc28ca7e8f1515da198b68339c6e8404c1f98a33af13353ffa4a42cff1fe4
# run ad48f307949aeebb16ed1cae59920f0939df2152e1dfd3e726b1a91eb9d1075a
# run cb224e252998be360110cf2bf7d75e9b68cbc7411e617b00d615abf558b233c7
# run 72f3426490c7e487466a7cc7199c07d7b42388cc1b58cc1af980f0305b992e8d
# run f0891594886f2dbfab183d4d41c5fdf2ccfc91218afa2df4f280824d934b192e
# run 81be6b489d87edf8b176b277c3a7af4865791fb3463f467f830198b690730aa2

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 1380,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_004_43'
if (drawing eq 'png') set terminal pngcairo size 2760,794 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 14.375,4.135416666666667 font 'sans-serif,13' noenhanced fontscale 0.75

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
# epoch constant constant lower constant upper step step lower step upper cosine cosine lower cosine upper warm-up warm-up lower warm-up upper on a plateau on a plateau lower on a plateau upper
0 0.002 0.002 0.002 0.002 0.002 0.002 0.002 0.002 0.002 0.0005 0.0005 0.0005 0.002 0.002 0.002
1 0.002 0.002 0.002 0.002 0.002 0.002 0.002 0.002 0.002 0.0005 0.0005 0.0005 0.002 0.002 0.002
2 0.002 0.002 0.002 0.002 0.002 0.002 0.0019659258262890683 0.0019659258262890683 0.0019659258262890683 0.001 0.001 0.001 0.002 0.002 0.002
3 0.002 0.002 0.002 0.002 0.002 0.002 0.001866025403784439 0.001866025403784439 0.001866025403784439 0.0015 0.0015 0.0015 0.002 0.002 0.002
4 0.002 0.002 0.002 0.002 0.002 0.002 0.0017071067811865474 0.0017071067811865474 0.0017071067811865474 0.002 0.002 0.002 0.002 0.001 0.002
5 0.002 0.002 0.002 0.0006 0.0006 0.0006 0.0015 0.0015 0.0015 0.002 0.002 0.002 0.001 0.001 0.002
6 0.002 0.002 0.002 0.0006 0.0006 0.0006 0.0012588190451025207 0.0012588190451025207 0.0012588190451025207 0.002 0.002 0.002 0.001 0.001 0.001
7 0.002 0.002 0.002 0.0006 0.0006 0.0006 0.001 0.001 0.001 0.002 0.002 0.002 0.001 0.0005 0.001
8 0.002 0.002 0.002 0.0006 0.0006 0.0006 0.0007411809548974794 0.0007411809548974794 0.0007411809548974794 0.002 0.002 0.002 0.0005 0.0005 0.0005
9 0.002 0.002 0.002 0.00017999999999999998 0.00017999999999999998 0.00017999999999999998 0.0005000000000000002 0.0005000000000000002 0.0005000000000000002 0.002 0.002 0.002 0.0005 0.00025 0.0005
10 0.002 0.002 0.002 0.00017999999999999998 0.00017999999999999998 0.00017999999999999998 0.00029289321881345256 0.00029289321881345256 0.00029289321881345256 0.002 0.002 0.002 0.00025 0.000125 0.00025
11 0.002 0.002 0.002 0.00017999999999999998 0.00017999999999999998 0.00017999999999999998 0.0001339745962155613 0.0001339745962155613 0.0001339745962155613 0.002 0.002 0.002 0.000125 6.25e-05 0.000125
12 0.002 0.002 0.002 0.00017999999999999998 0.00017999999999999998 0.00017999999999999998 3.40741737109318e-05 3.40741737109318e-05 3.40741737109318e-05 0.002 0.002 0.002 6.25e-05 3.125e-05 0.000125
EOD
$panel_2 << EOD
# epoch constant constant lower constant upper step step lower step upper cosine cosine lower cosine upper warm-up warm-up lower warm-up upper on a plateau on a plateau lower on a plateau upper
0 2.305019269442558 2.304918195295334 2.3051682255268098 2.305019269442558 2.304918195295334 2.3051682255268098 2.305019269442558 2.304918195295334 2.3051682255268098 2.305019269442558 2.304918195295334 2.3051682255268098 2.305019269442558 2.304918195295334 2.3051682255268098
1 0.7917123510360717 0.7900383557796479 0.8135388266086578 0.7917123510360717 0.7900383557796479 0.8135388266086578 0.7917123510360717 0.7900383557796479 0.8135388266086578 0.9038575548648834 0.9033908197879791 0.9190278217315674 0.7917123510360717 0.7900383557796479 0.8135388266086578
2 0.5151437329053878 0.5001522846460342 0.5251582565546036 0.5151437329053878 0.5001522846460342 0.5251582565546036 0.517560098195076 0.5002003749847412 0.5200530967235565 0.5693772059440613 0.5593753466606141 0.5758720856428147 0.5151437329053878 0.5001522846460342 0.5251582565546036
3 0.4485973601102829 0.43751650735139846 0.4601742038488388 0.4485973601102829 0.43751650735139846 0.4601742038488388 0.44380499811172486 0.4319945966124535 0.45333626470565797 0.49568493633270266 0.48295220464468 0.4972415233373642 0.4485973601102829 0.43751650735139846 0.4601742038488388
4 0.4115975938677788 0.4032420129776001 0.4185734788775444 0.4115975938677788 0.4032420129776001 0.4185734788775444 0.400958089864254 0.39402959574460983 0.40691264886856077 0.45141315686702727 0.4476334807753563 0.45452542353868486 0.4115975938677788 0.3625497620105743 0.4185734788775444
5 0.38790832508802414 0.37679660583734514 0.39216747123003004 0.3305772367477417 0.32721791981458664 0.33556286948919295 0.36809470851421355 0.35666248022317887 0.37086817574501035 0.40945924904346465 0.4052227990984917 0.4095065447330475 0.34805632754564286 0.343289326608181 0.38790832508802414
6 0.3664423412084579 0.36245524199008944 0.36986114172935486 0.3157860920071602 0.3082184658050537 0.3187634637653828 0.34061766386032105 0.3328592982053757 0.3414246323823929 0.3879131492972374 0.3829674306154251 0.38964939776659013 0.3297089921593666 0.3279566674470901 0.3327422960817814
7 0.34778761649727824 0.34196551017165183 0.35657195830345156 0.30396988636851313 0.29396893278360364 0.3094739191353321 0.3128409274339676 0.3058528832435608 0.3170936606526375 0.36096270018815996 0.35945290737152097 0.364970805990696 0.3089095813214779 0.2857998778343201 0.3221885207295418
8 0.3360703752040863 0.32953337923288345 0.3393750168263912 0.2919694244325161 0.28120059199929237 0.2940522637963295 0.283356481641531 0.2779672865450382 0.2862727863550186 0.3442392443180084 0.3430086129784584 0.34435561591386793 0.27520793108344077 0.27365546084046366 0.28198659204244614
9 0.32258992999792097 0.3139040414392948 0.32822396246790886 0.2623150416493416 0.2524367482841015 0.26290427724719045 0.26479304919838903 0.25844009697437287 0.265028428530693 0.33378531222343444 0.3335362809062004 0.3369980798244476 0.26645259022116663 0.25606456995010374 0.27043717073202134
10 0.3146370457172394 0.30905939701795576 0.3200042058944702 0.255735271948576 0.24412226910889148 0.2561537754356861 0.244461762419343 0.23671195416152477 0.2468808732509613 0.32629839081168177 0.3175935214459896 0.326589199668169 0.24460765775442123 0.24113689743280411 0.2490092693567276
11 0.3067454504370689 0.3021045671284199 0.3086379435896873 0.25089542296528816 0.23909627896547317 0.252019212526083 0.23067272799015046 0.22362181427776814 0.23205741313695907 0.31190812705755233 0.31180458159446717 0.3123189436554909 0.2373095256268978 0.22699423622190953 0.23757719071507455
12 0.2949596963584423 0.29237265145778657 0.30121899673342706 0.24539062116146088 0.23324084340929985 0.24632027047276497 0.22135325741767883 0.2144960130125284 0.22242880491614342 0.2993037978291512 0.2965575803428888 0.3018507958114147 0.22951130675673484 0.2217533497363329 0.2337159873008728
EOD
$panel_3 << EOD
# epoch constant constant lower constant upper step step lower step upper cosine cosine lower cosine upper warm-up warm-up lower warm-up upper on a plateau on a plateau lower on a plateau upper
0 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1
1 0.7747 0.7707 0.7909 0.7747 0.7707 0.7909 0.7747 0.7707 0.7909 0.7582 0.7388 0.7696 0.7747 0.7707 0.7909
2 0.8106 0.796 0.8261 0.8106 0.796 0.8261 0.8186 0.8048 0.8195 0.8062 0.8004 0.8178 0.8106 0.796 0.8261
3 0.8255 0.8083 0.8303 0.8255 0.8083 0.8303 0.8287 0.8111 0.8336 0.8234 0.8065 0.8285 0.8255 0.8083 0.8303
4 0.8418 0.831 0.8453 0.8418 0.831 0.8453 0.8436 0.8311 0.847 0.8275 0.8203 0.8393 0.8418 0.831 0.8523
5 0.8402 0.8378 0.8461 0.8556 0.8528 0.8593 0.8505 0.8417 0.856 0.8313 0.8187 0.838 0.8484 0.8402 0.8601
6 0.8521 0.8339 0.8554 0.8568 0.8522 0.8615 0.8524 0.8472 0.8561 0.8464 0.841 0.8479 0.858 0.8518 0.8611
7 0.8539 0.8516 0.857 0.8613 0.8537 0.865 0.8587 0.8514 0.8589 0.8506 0.8425 0.8599 0.8584 0.8503 0.8635
8 0.8524 0.8417 0.8552 0.8649 0.8635 0.8684 0.8673 0.864 0.8684 0.8473 0.8426 0.8536 0.8676 0.8655 0.8696
9 0.8525 0.8396 0.8571 0.865 0.8641 0.8717 0.8685 0.8594 0.8708 0.8548 0.8397 0.8589 0.8662 0.861 0.8693
10 0.8554 0.8532 0.8607 0.8666 0.8645 0.873 0.8689 0.8633 0.8703 0.8473 0.8414 0.8615 0.8679 0.8626 0.8682
11 0.8549 0.852 0.8571 0.8665 0.8665 0.8706 0.8715 0.8673 0.873 0.8524 0.8512 0.8607 0.8706 0.8689 0.8729
12 0.8566 0.8475 0.8617 0.8685 0.8667 0.8723 0.8727 0.8705 0.8756 0.8549 0.8543 0.858 0.8715 0.8694 0.8738
EOD

set multiplot layout 1,3 title 'Learning rate schedules with Adam' font ',17' margins screen 0.08236,0.93862,0.23766,0.817 spacing screen 0.12344,0.19861
set label 1 '15 runs' at screen 0.98986, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'Median and range of 3 seeds.' at screen 0.01014, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'Learning rate'
set key at screen 0.06786, screen 0.91272 left top vertical maxrows 1
set xrange [-0.5:12.5]; set xtics 2; set format x '%.0f'
set yrange [0:0.002]; set ytics 0.0005; set format y '%.4f'
set label '0.00200' at graph 1.02143, graph 1 left font ',10.5' textcolor rgb '#0072B2'
set label '0.000180' at graph 1.02143, graph 0.11304 left font ',10.5' textcolor rgb '#D55E00'
set label '3.41·10⁻⁵' at graph 1.02143, graph 0 left font ',10.5' textcolor rgb '#009E73'
set label '0.00200' at graph 1.02143, graph 0.94348 left font ',10.5' textcolor rgb '#A16F00'
set label '6.25·10⁻⁵' at graph 1.02143, graph 0.05652 left font ',10.5' textcolor rgb '#3C7EA3'
plot $panel_1 every ::1 using 1:3:4 with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:6:7 with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::1 using 1:9:10 with filledcurves fillstyle transparent solid 0.2 noborder linetype 3 notitle, \
  '' every ::1 using 1:12:13 with filledcurves fillstyle transparent solid 0.2 noborder linetype 4 notitle, \
  '' every ::1 using 1:15:16 with filledcurves fillstyle transparent solid 0.2 noborder linetype 5 notitle, \
  '' every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:5 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::0::0 using 1:8 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CD3C0' notitle, \
  '' every ::0::0 using 1:11 with points pointtype 7 pointsize 0.5 linecolor rgb '#F4D48C' notitle, \
  '' every ::0::0 using 1:14 with points pointtype 7 pointsize 0.5 linecolor rgb '#B3DDF5' notitle, \
  '' every ::1 using 1:2 with linespoints pointsize 0.3 linetype 1 title 'constant', \
  '' every ::1 using 1:5 with linespoints pointsize 0.3 linetype 2 title 'step', \
  '' every ::1 using 1:8 with linespoints pointsize 0.3 linetype 3 title 'cosine', \
  '' every ::1 using 1:11 with linespoints pointsize 0.3 linetype 4 title 'warm-up', \
  '' every ::1 using 1:14 with linespoints pointsize 0.3 linetype 5 title 'on a plateau'

unset label; unset key
set ylabel 'Training cross-entropy (nats)'
set xrange [-0.5:12.5]; set xtics 2; set format x '%.0f'
set yrange [0.2:1]; set ytics 0.2; set format y '%.1f'
set label '0.295' at graph 1.02143, graph 0.16957 left font ',10.5' textcolor rgb '#0072B2'
set label '0.245' at graph 1.02143, graph 0.11304 left font ',10.5' textcolor rgb '#D55E00'
set label '0.221' at graph 1.02143, graph 0 left font ',10.5' textcolor rgb '#009E73'
set label '0.299' at graph 1.02143, graph 0.22609 left font ',10.5' textcolor rgb '#A16F00'
set label '0.230' at graph 1.02143, graph 0.05652 left font ',10.5' textcolor rgb '#3C7EA3'
plot $panel_2 every ::1 using 1:3:4 with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:6:7 with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::1 using 1:9:10 with filledcurves fillstyle transparent solid 0.2 noborder linetype 3 notitle, \
  '' every ::1 using 1:12:13 with filledcurves fillstyle transparent solid 0.2 noborder linetype 4 notitle, \
  '' every ::1 using 1:15:16 with filledcurves fillstyle transparent solid 0.2 noborder linetype 5 notitle, \
  '' every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:5 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::0::0 using 1:8 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CD3C0' notitle, \
  '' every ::0::0 using 1:11 with points pointtype 7 pointsize 0.5 linecolor rgb '#F4D48C' notitle, \
  '' every ::0::0 using 1:14 with points pointtype 7 pointsize 0.5 linecolor rgb '#B3DDF5' notitle, \
  '' every ::1 using 1:2 with linespoints pointsize 0.3 linetype 1 title 'constant', \
  '' every ::1 using 1:5 with linespoints pointsize 0.3 linetype 2 title 'step', \
  '' every ::1 using 1:8 with linespoints pointsize 0.3 linetype 3 title 'cosine', \
  '' every ::1 using 1:11 with linespoints pointsize 0.3 linetype 4 title 'warm-up', \
  '' every ::1 using 1:14 with linespoints pointsize 0.3 linetype 5 title 'on a plateau'

unset label
set ylabel 'Validation accuracy'
set xrange [-0.5:12.5]; set xtics 2; set format x '%.0f'
set yrange [70:90]; set ytics 5; set format y '%.0f %%'
set label '85.7 %' at graph 1.02143, graph 0.76768 left font ',10.5' textcolor rgb '#0072B2'
set label '86.9 %' at graph 1.02143, graph 0.8242 left font ',10.5' textcolor rgb '#D55E00'
set label '87.3 %' at graph 1.02143, graph 0.93724 left font ',10.5' textcolor rgb '#009E73'
set label '85.5 %' at graph 1.02143, graph 0.71116 left font ',10.5' textcolor rgb '#A16F00'
set label '87.2 %' at graph 1.02143, graph 0.88072 left font ',10.5' textcolor rgb '#3C7EA3'
plot $panel_3 every ::1 using 1:(100*$3):(100*$4) with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:(100*$6):(100*$7) with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::1 using 1:(100*$9):(100*$10) with filledcurves fillstyle transparent solid 0.2 noborder linetype 3 notitle, \
  '' every ::1 using 1:(100*$12):(100*$13) with filledcurves fillstyle transparent solid 0.2 noborder linetype 4 notitle, \
  '' every ::1 using 1:(100*$15):(100*$16) with filledcurves fillstyle transparent solid 0.2 noborder linetype 5 notitle, \
  '' every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$5) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::0::0 using 1:(100*$8) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CD3C0' notitle, \
  '' every ::0::0 using 1:(100*$11) with points pointtype 7 pointsize 0.5 linecolor rgb '#F4D48C' notitle, \
  '' every ::0::0 using 1:(100*$14) with points pointtype 7 pointsize 0.5 linecolor rgb '#B3DDF5' notitle, \
  '' every ::1 using 1:(100*$2) with linespoints pointsize 0.3 linetype 1 title 'constant', \
  '' every ::1 using 1:(100*$5) with linespoints pointsize 0.3 linetype 2 title 'step', \
  '' every ::1 using 1:(100*$8) with linespoints pointsize 0.3 linetype 3 title 'cosine', \
  '' every ::1 using 1:(100*$11) with linespoints pointsize 0.3 linetype 4 title 'warm-up', \
  '' every ::1 using 1:(100*$14) with linespoints pointsize 0.3 linetype 5 title 'on a plateau'

unset multiplot
