# 004-02: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 004-02.gp > 004-02.svg
#   gnuplot -d -e "drawing='png'" 004-02.gp > 004-02.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 2032010266bc765a1a6e193b1aa7e46969af96253cc5a6baa24d8132f485cca1
# run 4c23b90ae30d24ce38a79e336ff42fee83e179265a1e9c308f1d20cb2bb9f26a
# run e2c6c0228b73c1e791cd91e198c5b3437630e08b153bc8ce7f707df38a8524bd
# run fb69a58bd96470688cf686f224d3441252b80ecbb5d0e3d1de6aa08540ac121e
# run d1a4b92e796d3f68a2cc6fe49bb4a22ac1a4a06aa833976c757e99e327a14ac3
# run 2533d81b5ebdb69c75cfc185f95001dafa59464756d4c808c3e3c5ab219e0154
# run 02374dfd7cf07f49b368f12d2cd4b0bc86b461db9de32b1b5bdbc024714060ed
# run 7d11bad0a9d65c6acb620e84629e9833175fb5d138d97e36ccc38dc9e90ea12f
# run b5336dfd924a257c4408020391cc3ce228512d2636c25b0228d038f55c930ba6
# run dd0cb161dc31f444fd5f4ab686c1e16a06868d5ac66fc1e110d291c87ce876ea
# run 94a041a767b2723970036c77a35eec32f8a2808896d114d06b0b9d506d35a4a2
# run 28058f9532b087ddbbe1ecfde2b0864ad40b76310a342c9f7d27d6c5048989ac

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 996,397 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_004_02'
if (drawing eq 'png') set terminal pngcairo size 1992,794 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 10.375,4.135416666666667 font 'sans-serif,13' noenhanced fontscale 0.75

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
# epoch plain, 0.1 plain, 0.1 lower plain, 0.1 upper plain, 1 plain, 1 lower plain, 1 upper batch norm, 0.1 batch norm, 0.1 lower batch norm, 0.1 upper batch norm, 1 batch norm, 1 lower batch norm, 1 upper
0 2.3536713305771353 2.338099364745617 2.3862199991941453 2.3536713305771353 2.338099364745617 2.3862199991941453 2.3536712966322897 2.3380993354141713 2.3862199740588665 2.3536712966322897 2.3380993354141713 2.3862199740588665
1 2.3202946140289304 2.319629351043701 2.3213381462097167 2.3228360248565676 2.3211640323638916 2.3242198051452636 0.7615699573516845 0.7585348716497421 0.7644079935073853 0.9786937515258789 0.9709192028045655 0.9805171648263932
2 2.3147319229125976 2.314672008514404 2.3153783226013185 2.309857012939453 2.309609697723389 2.3101403995513916 0.5180663625240326 0.5166937319755555 0.5229866537094117 0.6172933923959733 0.614708557677269 0.6218212522745132
3 2.312198637008667 2.311798030090332 2.313395482635498 2.310350601196289 2.309777656173706 2.311240188217163 0.4802231476187706 0.46920627553462985 0.4832136407613754 0.5720063446760177 0.5583109954595565 0.5749364186048508
4 2.309496089553833 2.308882089996338 2.309802784729004 2.309653224563599 2.309172202682495 2.309970671081543 0.4496604118824005 0.44933518637418746 0.4497325278759003 0.5316989834785462 0.5254780456542969 0.5339571057081223
5 2.308109055328369 2.3079760814666748 2.308354230880737 2.3098306221008302 2.3096354557037353 2.310066986465454 0.42715211253166196 0.4254028135895729 0.4271523135185242 0.4980977852582931 0.49697511605024336 0.5061137652873993
6 2.307155491256714 2.3071298801422118 2.307559892272949 2.3098451942443847 2.3098135562896727 2.3104057514190672 0.41111068441867826 0.4109614217877388 0.41170484883785247 0.4772567932367325 0.47127724056243897 0.48444245483875276
7 2.3066435188293455 2.3065691997528077 2.30706499710083 2.3104053646087648 2.309735654449463 2.3105549324035644 0.3973710985422134 0.39713739926815034 0.40084545036554337 0.45667805325984956 0.45005941462516785 0.4627524403810501
8 2.30611566696167 2.3059859382629395 2.3061204769134522 2.309939496612549 2.309915191650391 2.3104967750549315 0.38389342901706697 0.383689599609375 0.38604799246788024 0.4375408936738968 0.4324450879573822 0.44371454520225523
EOD
$panel_2 << EOD
# epoch plain, 0.1 plain, 0.1 lower plain, 0.1 upper plain, 1 plain, 1 lower plain, 1 upper batch norm, 0.1 batch norm, 0.1 lower batch norm, 0.1 upper batch norm, 1 batch norm, 1 lower batch norm, 1 upper
0 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1
1 0.1 0.1 0.1 0.1 0.1 0.1 0.8122 0.8088 0.82 0.7879 0.7804 0.7977
2 0.1 0.1 0.1 0.1 0.1 0.1 0.8142 0.7803 0.8241 0.7701 0.7645 0.7899
3 0.1 0.1 0.1 0.1 0.1 0.1 0.8149 0.7616 0.8238 0.8123 0.7495 0.822
4 0.1 0.1 0.1 0.1 0.1 0.1 0.8058 0.7806 0.819 0.8031 0.7936 0.8037
5 0.1 0.1 0.1 0.1 0.1 0.1 0.8293 0.8132 0.8328 0.8264 0.8248 0.828
6 0.1 0.1 0.1 0.1 0.1 0.1 0.8275 0.8184 0.8277 0.8165 0.8063 0.8207
7 0.1 0.1 0.1 0.1 0.1 0.1 0.8265 0.8252 0.8361 0.8166 0.8069 0.8291
8 0.1 0.1 0.1 0.1 0.1 0.1 0.8422 0.8352 0.8492 0.8357 0.8352 0.8395
EOD

set multiplot layout 1,2 title 'Sigmoid networks with and without batch normalization, at two learning rates' font ',17' margins screen 0.10628,0.93394,0.23766,0.817 spacing screen 0.14423,0.19861
set label 1 '12 runs' at screen 0.98594, screen 0.02922 right font ',9.5' textcolor rgb '#777777'
set label 2 'Median and range of 3 seeds.' at screen 0.01406, screen 0.02922 left font ',9.5' textcolor rgb '#777777'

set xlabel 'epoch'
set ylabel 'Training cross-entropy (nats)'
set key at screen 0.08619, screen 0.91272 left top vertical maxrows 1
set xrange [-0.5:8.5]; set xtics 2; set format x '%.0f'
set yrange [0:2.5]; set ytics 0.5; set format y '%.1f'
set label '2.31' at graph 1.01765, graph 0.89495 left font ',10.5' textcolor rgb '#0072B2'
set label '2.31' at graph 1.01765, graph 0.95147 left font ',10.5' textcolor rgb '#D55E00'
set label '0.384' at graph 1.01765, graph 0.13603 left font ',10.5' textcolor rgb '#009E73'
set label '0.438' at graph 1.01765, graph 0.19255 left font ',10.5' textcolor rgb '#A16F00'
plot $panel_1 every ::1 using 1:3:4 with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:6:7 with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::1 using 1:9:10 with filledcurves fillstyle transparent solid 0.2 noborder linetype 3 notitle, \
  '' every ::1 using 1:12:13 with filledcurves fillstyle transparent solid 0.2 noborder linetype 4 notitle, \
  '' every ::0::0 using 1:2 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:5 with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::0::0 using 1:8 with points pointtype 7 pointsize 0.5 linecolor rgb '#8CD3C0' notitle, \
  '' every ::0::0 using 1:11 with points pointtype 7 pointsize 0.5 linecolor rgb '#F4D48C' notitle, \
  '' every ::1 using 1:2 with linespoints pointsize 0.3 linetype 1 title 'plain, 0.1', \
  '' every ::1 using 1:5 with linespoints pointsize 0.3 linetype 2 title 'plain, 1', \
  '' every ::1 using 1:8 with linespoints pointsize 0.3 linetype 3 title 'batch norm, 0.1', \
  '' every ::1 using 1:11 with linespoints pointsize 0.3 linetype 4 title 'batch norm, 1'

unset label; unset key
set ylabel 'Validation accuracy'
set xrange [-0.5:8.5]; set xtics 2; set format x '%.0f'
set yrange [0:100]; set ytics 20; set format y '%.0f %%'
set label '10.0 %' at graph 1.01765, graph 0.12826 left font ',10.5' textcolor rgb '#0072B2'
set label '10.0 %' at graph 1.01765, graph 0.07174 left font ',10.5' textcolor rgb '#D55E00'
set label '84.2 %' at graph 1.01765, graph 0.86721 left font ',10.5' textcolor rgb '#009E73'
set label '83.6 %' at graph 1.01765, graph 0.81069 left font ',10.5' textcolor rgb '#A16F00'
plot $panel_2 every ::1 using 1:(100*$3):(100*$4) with filledcurves fillstyle transparent solid 0.2 noborder linetype 1 notitle, \
  '' every ::1 using 1:(100*$6):(100*$7) with filledcurves fillstyle transparent solid 0.2 noborder linetype 2 notitle, \
  '' every ::1 using 1:(100*$9):(100*$10) with filledcurves fillstyle transparent solid 0.2 noborder linetype 3 notitle, \
  '' every ::1 using 1:(100*$12):(100*$13) with filledcurves fillstyle transparent solid 0.2 noborder linetype 4 notitle, \
  '' every ::0::0 using 1:(100*$2) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CC0DC' notitle, \
  '' every ::0::0 using 1:(100*$5) with points pointtype 7 pointsize 0.5 linecolor rgb '#ECB78C' notitle, \
  '' every ::0::0 using 1:(100*$8) with points pointtype 7 pointsize 0.5 linecolor rgb '#8CD3C0' notitle, \
  '' every ::0::0 using 1:(100*$11) with points pointtype 7 pointsize 0.5 linecolor rgb '#F4D48C' notitle, \
  '' every ::1 using 1:(100*$2) with linespoints pointsize 0.3 linetype 1 title 'plain, 0.1', \
  '' every ::1 using 1:(100*$5) with linespoints pointsize 0.3 linetype 2 title 'plain, 1', \
  '' every ::1 using 1:(100*$8) with linespoints pointsize 0.3 linetype 3 title 'batch norm, 0.1', \
  '' every ::1 using 1:(100*$11) with linespoints pointsize 0.3 linetype 4 title 'batch norm, 1'

unset multiplot
