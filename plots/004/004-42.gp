# 004-42: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 004-42.gp > 004-42.svg
#   gnuplot -d -e "drawing='png'" 004-42.gp > 004-42.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run be647a7e6dd1c0673e5e334c0d96590e2222cffb93a9c74af298894323bedacf
# run 84d527dca9d090d848e2bc81a2f76860a76d7dc775a67d27471f68615ada94bd
# run 87ad6f4398253f61098cdace22c7bc3eeb3c8fbbf75873e095c71873706024cc
# run f8793c389f83a5ea9269e3e4116897d5d1eacacdd64be0f1526950599f9a73fd
# run 61d5c7ad71c0966ae510acc850bd8cb1c5616e4a4269a2b06d30562d36719213
# run a85024b2e6ea1e3b7d54c3e67a4e3b56cc397998d66f2c9f79e3aa4894fe371e
# run c5b6f1f1162b9fe16920223a4f407fe7770bfdb8cf96be475c32802d46da2a46
# run d9630369042a4d2fcbd2c7d953e4b181e57a1e1971781283ce94255a8c9d41a7
# run 434b7f2972ca13e7ebd82fc547082cae03ad493ccf5578304c55cdf79a764c10
# run b06ed61c7b84b1c5738f6d629933daf607bce6b4b257c48e4ca9fa9df000db1a
# run 4905dfa6c3bc7deb7191e74d3e9718a889b86815b7972f20cd9ac1cb4a3a29b1
# run 62a80d8577eac7b87840d9539ade1d456e9fb0306f0ad08b9554d0d89d3a4b92
# run 31db18bc09dd0a98550d40d542ce35f7b911fcd7b7d296d47eb0541ad4ddfda0
# run 2f7f0193d46e6f52a1232cd22d7468285ffcb94a0b0cf7e5c1fad8f3ec9fd924
# run fb36485c978c496c0b2de67608bed4d8f89c761f031c42ed2aba91d70205a4e4
# run 8d091c0e731bb1d02085ff4af0ae8429c3f4c623c508b6d5c7e498e7dd741aaf
# run 585827322a016bb6e34af57e523094d54a8102e3b336369e1f6b84196ddcfff3
# run ce69bd0423fdc16c5dc94ac0b2d35e9d8d7a8578b8380870725f0a3946e2ca59

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 980,417 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_004_42'
if (drawing eq 'png') set terminal pngcairo size 1960,834 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 10.208333333333334,4.34375 font 'sans-serif,13' noenhanced fontscale 0.75

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
# epoch SGD SGD lower SGD upper SGD with momentum SGD with momentum lower SGD with momentum upper Adagrad Adagrad lower Adagrad upper RMSprop RMSprop lower RMSprop upper Adam Adam lower Adam upper AdamW AdamW lower AdamW upper
0 2.305019269442558 2.304918195295334 2.3051682255268098 2.305019269442558 2.304918195295334 2.3051682255268098 2.305019269442558 2.304918195295334 2.3051682255268098 2.305019269442558 2.304918195295334 2.3051682255268098 2.305019269442558 2.304918195295334 2.3051682255268098 2.305019269442558 2.304918195295334 2.3051682255268098
1 1.812661276245117 1.7538341482162476 1.973356343460083 1.1828965448379516 1.1744282428741455 1.2717470036029817 0.8519628001213073 0.8178366816520691 0.8636669781684876 0.8340247668743134 0.8289410110473633 0.8377656208515167 0.8255456293582917 0.8209371070384979 0.8276528317928314 0.8284575857162476 0.8272355870246887 0.829563819360733
2 0.8938592547416687 0.841617521238327 0.9674369301319122 0.6032236310005188 0.5912056103944778 0.619086534023285 0.5376536581039428 0.5263405894994736 0.5556753307104111 0.5275610509753227 0.5151924796581269 0.5439337325096131 0.5226946269750595 0.502163795864582 0.5321643168210983 0.5236231610774994 0.5021713985443115 0.5320048817396164
3 0.6663126129388809 0.6386323074579239 0.7318701311111451 0.512200047492981 0.49642699522972106 0.5165063108682633 0.46908907619714735 0.4622821475625038 0.48564186356067657 0.448493863928318 0.43928477082252504 0.46547767174243926 0.448180054795742 0.439532516169548 0.4511897469639778 0.44721964070796966 0.43606154123544694 0.4533784344434738
4 0.5599190124750137 0.5491953479766846 0.5957541842937469 0.45134885971546174 0.4473341226696968 0.46310864901542664 0.4319803444981575 0.4245527193546295 0.44791422441005707 0.40824432522058485 0.39982237520217895 0.41559441858530044 0.40577584772109987 0.3997357324242592 0.4088842539072037 0.40717879630327225 0.39758344795703887 0.40864256216287614
5 0.49914776346683504 0.49470075340270997 0.5167205389976501 0.4167215811610222 0.4158467995762825 0.4252006272315979 0.40745036610364915 0.39675790009498596 0.4181555531620979 0.37865083504915237 0.3745502820134163 0.3878131336808205 0.37713865481615066 0.3697435614109039 0.3804606759309769 0.3745756159186363 0.3686323147535324 0.38105487415790557
6 0.45686320346593856 0.4548268630027771 0.46619473850727083 0.40097876909971236 0.3982731535553932 0.4097321347475052 0.38716794558763507 0.37509288182258604 0.3978998829841614 0.3534009411692619 0.35190101962089537 0.3645329609632492 0.3561600587248802 0.35116112055778503 0.36063285315036775 0.35719315170049665 0.35176433987617495 0.35868708760142326
7 0.4276976922035217 0.4236154385685921 0.43328356273174284 0.3783606119513512 0.37630989040136337 0.379898816382885 0.3730887588739395 0.36027202446460727 0.37914281163215635 0.34123815897107124 0.3387264887750149 0.3486595048367977 0.3365424670696259 0.33160741195082666 0.3380553686261177 0.33873333835601804 0.3350311970591545 0.3433352637112141
8 0.40291010557413104 0.39699278062582016 0.4046991893768311 0.36175764780044556 0.36002447263002396 0.3650883242547512 0.3575757839679718 0.34477982614040376 0.3677419186115265 0.31970770363807677 0.31731073302030566 0.33553303443193433 0.321238522285223 0.3168090961039066 0.323227880269289 0.3208642520785332 0.3149957590401173 0.3209553947091103
EOD
$panel_2 << EOD
# epoch SGD SGD lower SGD upper SGD with momentum SGD with momentum lower SGD with momentum upper Adagrad Adagrad lower Adagrad upper RMSprop RMSprop lower RMSprop upper Adam Adam lower Adam upper AdamW AdamW lower AdamW upper
0 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1
1 0.5348 0.516 0.6162 0.74 0.7077 0.7538 0.7698 0.7693 0.7714 0.7817 0.775 0.7847 0.7517 0.7515 0.7877 0.7642 0.7392 0.7827
2 0.688 0.68 0.7067 0.7805 0.7447 0.7912 0.8073 0.7945 0.8114 0.8163 0.7946 0.8233 0.8121 0.8079 0.8268 0.807 0.8044 0.8305
3 0.7783 0.739 0.7855 0.8169 0.8091 0.8197 0.8239 0.8205 0.8262 0.8354 0.831 0.8372 0.8354 0.8123 0.8447 0.8409 0.8213 0.8439
4 0.7852 0.7733 0.8102 0.8278 0.8261 0.8303 0.8327 0.8324 0.8338 0.8338 0.8321 0.8408 0.833 0.8324 0.8425 0.8347 0.8315 0.8452
5 0.8156 0.8039 0.8264 0.828 0.8234 0.8314 0.8387 0.8368 0.8439 0.8446 0.8416 0.8484 0.8449 0.8389 0.8467 0.841 0.8367 0.8447
6 0.8209 0.8163 0.822 0.8373 0.8357 0.8383 0.8438 0.8343 0.8455 0.8422 0.8368 0.8462 0.8523 0.8448 0.8548 0.8487 0.8353 0.8522
7 0.8329 0.8328 0.8363 0.8405 0.8362 0.8427 0.8446 0.8377 0.8495 0.8504 0.8404 0.8542 0.8551 0.8547 0.8601 0.8563 0.856 0.8566
8 0.8391 0.8268 0.8456 0.8435 0.8363 0.8518 0.8463 0.8391 0.8555 0.8542 0.8464 0.8552 0.8552 0.8513 0.859 0.8565 0.8465 0.8599
EOD

set multiplot layout 1,2 title 'Optimizers on a small network' font ',17' margins screen 0.10005,0.93286,0.22626,0.77782 spacing screen 0.13862,0.18909
set label 1 '18 runs' at screen 0.98571, screen 0.02782 right font ',9.5' textcolor rgb '#777777'
set label 2 'Median and range of 3 seeds.' at screen 0.01429, screen 0.02782 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'Training cross-entropy (nats)'
set key at screen 0.07964, screen 0.91691 left top vertical maxrows 2
set xrange [-0.5:8.5]; set xtics 2; set format x '%.0f'
set yrange [0:2]; set ytics 0.5; set format y '%.1f'
set label '0.403' at graph 1.01765, graph 0.31498 left font ',10.5' textcolor rgb '#0072B2'
set label '0.362' at graph 1.01765, graph 0.25845 left font ',10.5' textcolor rgb '#D55E00'
set label '0.358' at graph 1.01765, graph 0.20193 left font ',10.5' textcolor rgb '#009E73'
set label '0.320' at graph 1.01765, graph 0.03237 left font ',10.5' textcolor rgb '#A16F00'
set label '0.321' at graph 1.01765, graph 0.14541 left font ',10.5' textcolor rgb '#3C7EA3'
set label '0.321' at graph 1.01765, graph 0.08889 left font ',10.5' textcolor rgb '#8F5575'
plot $panel_1 every ::1 using 1:3:4 with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:6:7 with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::1 using 1:9:10 with filledcurves fillstyle transparent solid 0.2 noborder linetype 3 notitle, \
  '' every ::1 using 1:12:13 with filledcurves fillstyle transparent solid 0.2 noborder linetype 4 notitle, \
  '' every ::1 using 1:15:16 with filledcurves fillstyle transparent solid 0.2 noborder linetype 5 notitle, \
  '' every ::1 using 1:18:19 with filledcurves fillstyle transparent solid 0.2 noborder linetype 6 notitle, \
  '' every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:5 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::0::0 using 1:8 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CD3C0' notitle, \
  '' every ::0::0 using 1:11 with points pointtype 7 pointsize 0.5 linecolor rgb '#F4D48C' notitle, \
  '' every ::0::0 using 1:14 with points pointtype 7 pointsize 0.5 linecolor rgb '#B3DDF5' notitle, \
  '' every ::0::0 using 1:17 with points pointtype 7 pointsize 0.5 linecolor rgb '#E8C3D7' notitle, \
  '' every ::1 using 1:2 with linespoints pointsize 0.3 linetype 1 title 'SGD', \
  '' every ::1 using 1:5 with linespoints pointsize 0.3 linetype 2 title 'SGD with momentum', \
  '' every ::1 using 1:8 with linespoints pointsize 0.3 linetype 3 title 'Adagrad', \
  '' every ::1 using 1:11 with linespoints pointsize 0.3 linetype 4 title 'RMSprop', \
  '' every ::1 using 1:14 with linespoints pointsize 0.3 linetype 5 title 'Adam', \
  '' every ::1 using 1:17 with linespoints pointsize 0.3 linetype 6 title 'AdamW'

unset label; unset key
set ylabel 'Validation accuracy'
set xrange [-0.5:8.5]; set xtics 2; set format x '%.0f'
set yrange [50:90]; set ytics 10; set format y '%.0f %%'
set label '83.9 %' at graph 1.01765, graph 0.71739 left font ',10.5' textcolor rgb '#0072B2'
set label '84.4 %' at graph 1.01765, graph 0.77391 left font ',10.5' textcolor rgb '#D55E00'
set label '84.6 %' at graph 1.01765, graph 0.83043 left font ',10.5' textcolor rgb '#009E73'
set label '85.4 %' at graph 1.01765, graph 0.88696 left font ',10.5' textcolor rgb '#A16F00'
set label '85.5 %' at graph 1.01765, graph 0.94348 left font ',10.5' textcolor rgb '#3C7EA3'
set label '85.7 %' at graph 1.01765, graph 1 left font ',10.5' textcolor rgb '#8F5575'
plot $panel_2 every ::1 using 1:(100*$3):(100*$4) with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:(100*$6):(100*$7) with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::1 using 1:(100*$9):(100*$10) with filledcurves fillstyle transparent solid 0.2 noborder linetype 3 notitle, \
  '' every ::1 using 1:(100*$12):(100*$13) with filledcurves fillstyle transparent solid 0.2 noborder linetype 4 notitle, \
  '' every ::1 using 1:(100*$15):(100*$16) with filledcurves fillstyle transparent solid 0.2 noborder linetype 5 notitle, \
  '' every ::1 using 1:(100*$18):(100*$19) with filledcurves fillstyle transparent solid 0.2 noborder linetype 6 notitle, \
  '' every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$5) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::0::0 using 1:(100*$8) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CD3C0' notitle, \
  '' every ::0::0 using 1:(100*$11) with points pointtype 7 pointsize 0.5 linecolor rgb '#F4D48C' notitle, \
  '' every ::0::0 using 1:(100*$14) with points pointtype 7 pointsize 0.5 linecolor rgb '#B3DDF5' notitle, \
  '' every ::0::0 using 1:(100*$17) with points pointtype 7 pointsize 0.5 linecolor rgb '#E8C3D7' notitle, \
  '' every ::1 using 1:(100*$2) with linespoints pointsize 0.3 linetype 1 title 'SGD', \
  '' every ::1 using 1:(100*$5) with linespoints pointsize 0.3 linetype 2 title 'SGD with momentum', \
  '' every ::1 using 1:(100*$8) with linespoints pointsize 0.3 linetype 3 title 'Adagrad', \
  '' every ::1 using 1:(100*$11) with linespoints pointsize 0.3 linetype 4 title 'RMSprop', \
  '' every ::1 using 1:(100*$14) with linespoints pointsize 0.3 linetype 5 title 'Adam', \
  '' every ::1 using 1:(100*$17) with linespoints pointsize 0.3 linetype 6 title 'AdamW'

unset multiplot
