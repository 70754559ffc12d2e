# 004-28: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 004-28.gp > 004-28.svg
#   gnuplot -d -e "drawing='png'" 004-28.gp > 004-28.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run 7215e932f37eaccdf4d7174f3b5acf3b13df01e2749cf857edfeaf26e94629af

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 772,971 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_004_28'
if (drawing eq 'png') set terminal pngcairo size 1544,1942 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 8.041666666666666,10.114583333333334 font 'sans-serif,13' noenhanced fontscale 0.75

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
0000000000000000000000000000000000000000
0000000000000000000000000000000000000000
00000000000000000000000000C1000702L00000
0000000000000000004201kL2n00000007T00000
0000000000000000004005ZGSX00000NONf00000
000000000000000000H0DP5vbx-UgfVRh8n00000
00000000000000000X0BZPA0fB2WgyAMcw000000
000000000H020H03001qTdh9h9dTgRVGeQvB0000
00000040000000C005dBNcxQcPFOhRpGexbn0000
000000000XH10000PfYlSNxZYw2MexVHehcu0000
00020X42000001gjUNDmUPZTYghReA2Dbwpp0000
0n00000001LsO7MmQuF1Yf-RgRhRcwhGZgRcAn00
000ODb5CMOR0Vt+oUe++ZvN8f8pSfQ2SiA6+GX00
04IVNd+pSu9qWvV8auw*cwhGc7tZfg2AdRB4FX00
Ihd1R69bOd5ZQdohUuZ1cQpemiy4ojRyoStv9000
47ximBpvhwd7V7w*bie3rU3*rS7s*Gmy++qFCH00
000034DhgBe7rkGJrBxNLXX0002prBpmfgxO2n00
0000000000000000000000000000000000000000
0000000000000000000000000000000000000000
0000000000000000000000000000000000000000
0000000000000000000000000000000000000000
0000000000000000000000000000000000000000
0000000000000000000000000000000000000000
EOD
$pixels_2 << EOD
XAR0am-Dti*paiOhhPx0eD2QX9u*bB***zRpiH00
*xSMlvp0xgi8+h64X9NCX83DnAiDglx8XDpLen00
XG-0XG-0xylz*w3PX9-8Z8Z0XDORchx8**l0+X00
*v20*+A0jiJwnhh0jQVHb8J0XAa3lAR0XFilln00
dP2w*z7HY9NHfRx0cQ6MafZ0aAqy-zB3fP3b*n00
a82H*-SY+UOCn+OYhwhHcP20X820wmVub83*nn00
X83*wmqxtCm4lzGgXARYcwd0*v20rU3oZ82pX000
*v3********yzFRMdP2UdR60xug-zm*5X4B**n00
Y83*******Wu+*eYfP-0ke0sSP20XCFHn02+X000
*zq********zym-ygexpZ0120820X81W00JdwX00
zf3********qtTeMbPR09n0006P004f202ipY000
*v3**weulx3*ijK0oG1kH0000G**M0000020X000
tSmw*wObiP3**v1xX800I4nD9H00RaHV*****n00
eRxCZDGj****zm***+q**y088n2IG*B*eMqZ*n00
XDu*fTq*sUBG******+C*yzqHY6bwG+kgeB**n00
uW**YWO*zm****+La-B*-*+UH1v0*zJPJuG*xX00
nGe**********+MLV16h**+d1000kdrQ4-***n00
-*******nBO*k7IY**z008O*2108wga*014dM000
zi6J7lwp**z0*zfm002u0G**001h*yG*0G*Z*n00
S015FJn0Xr800BGC0000LU7duH0004jQ29r0vH00
V00x0000031O4n0003X0000000000340000FfX00
rjZ4S4b01n0q000000001uA0X8142n0p01f3SH00
YBAdzi-UsPZ0Z82MX93ddPKCnwd0X8JpX82CuH00
rDOdzDuluUeUqA6hlzhYZFad+y-0XBx0XGBddH00
yg2pl*-kmF2udP3yX83dsP3u+v20XGW8vv38cH00
*v2QyfplhjJ4a820iiWzuP20X9N0pP20XG*MX000
YG-yv+u*y+Zu--x0bQ3d+*B*lv20uW**wfa*X000
*+3*+TSduTFH**-4dQdHgit0*v3uuQdhXG-0cH00
EOD
$pixels_3 << EOD
01T02Lr8DZQ52J106Hb04K0G019D2ZQDKJfW6n00
KITq90X0H10jIoH300r7000l9obm5r8503XD4n00
04r004r0H2HbKHfs01C51HL003Ct3In5KLf0In00
KH00KK407p0aA1b07XvA2XC001Xg8YT004129000
3n0ZKJTn0nrA51n03HfD2HL021kAJZXg500zKH00
200AKKryIqClAKCy6Y0A3H000000GLTY2X1DAH00
001DGLk9DJrg92b*01TL3Xz0KH00CK141H0W0000
KH1DKLsDKLsAI3rD3n0J3oH0HH00ILrn001DKH00
0n1DKLsDKLU7Irbx50j38I8e000002bA9pfc0000
KJwDKLsDKLsBHbrb5n0V1Hkh8H0000034J0OGH00
IH1DKLsDKLs5DZnq2nX003LiIx1INdUGO5c50n00
KH1DKH+791DD72beArC0PqPrMGujaNQ9JrH00000
DZI9KHrz701GKX00000dKbk4TbsHd7gMxlkPKH00
4Yn81KD1K4sDIM1DKQ7PgukJOKVYXm7TjQIiKH00
03YD52wDDaPnKLsDi+MGlQIrPbxit*J5kR73KH00
F4sG1LUGILsDKNUJWgxym+N8P5+FxTdTU9O*H000
AbcDKLsDKNA1hRYMPa6Sr+pBNswFkv+JJUepV000
JbsbXftQW9SDddYVnzjnGvaMNLcKug*fP5-79000
IN9g7y5hlyzdpyDPHq6XJ-WTJ32Myx*OKV**YX00
FcsVGa0OP3nM6PlPAZjsVTub+e9vVhU-Wj+jOn00
2q61T71jOtgmDq4pIfwuY8FpY6Nfizplhf-AIH00
CJj3028UO6tQYPR5Xu9A2H00002FZe21Md5C0000
0ozOIJPJCnL01H0D00f+3nClAHz000CW0008F000
C3C+I3Y2F3PvBYHQ92nL1Kz+IpP002P004L+3n00
HXfW94rS93fY3n1A000+Cn17In0004TiG00i3H00
KH0GHXXT6Jb32000725AF00000r0B00004rq0000
0rrbG3YDHqLYJb802Xf+IrMD9000F4sDGHMD0000
KK1DIZj+F2bAKLr33nzA5pL0KH17F0zQ04r03H00
EOD
$pixels_4 << EOD
00000000000000s30000038d0000000000000000
0000000000YvrVBuyW****Wlxxo8000000000000
00000000ZV*zz-icymKtzFSfy*aynX0000000000
0000001d*-Wbv-KgwlScwFafw-GX*BC000000000
0000003gzVOe***lw-Gl+lKdv-iiwW4L00000000
0000003vzVW*cJ*zwG*ptFyf*-KTxmft00000000
0000003*zFa*3n3*ySz00DS*3Om*xmop00000000
000000S*yl**jH3**n22U2+1ApO*yGdZ00000000
0000023*yGO*q03*M00c71z06Hu*yGe700000000
000003O*yGixwnB*5H3U*-nt+TSqymOW00000000
0000053*yWin*n009wr00DUV57y*yV*x00000000
000006O*x*urzvNArG*9sm*d1xy*zFy*00000000
000007y*xW*vxW**zFaqz-Wy***-z-y*0n000000
000009G*xWdsz-GXwlidwlmbx+yG*-q*8n000000
00000AG*+UsN*-egx-qhxlifzlU+*-q*Dn000000
00000BO-*zY5*-KfxlmhxleizVs6*-mtFH000000
00000COu*yol*-3gxlihxlihzGs5*-qvKH000000
00000Cat*wNI*+*ixlmix-ikxWzm*-*wPX000000
00000Cqq*t-k*-Gix-qix-mmwWzKv*SwSX000000
00000CKn*tuM-lOix-qiyVqkvmzup*msV0000000
00000C3q*uBfzFaix-qhyVqiwW-6h*qrZH000000
00000Buy*wilxVqhx-qiylqixG-dWW*qaX000000
00000BWz*xmuxFihxVefxlehxW3WXG*pcn000000
00000BBq*qelzVylylujyVunyWxnDG*meH000000
00000Bqn-ayR*+qVukyWu-3Vtm-R8G*jm0000000
000008BszYX000000000000000008mBrYn000000
000004q*-IP000000000000000009*e*Vn000000
0000037DoHj010420X820X820XC00xx+Hn000000
EOD
$pixels_5 << EOD
avZ0tUOCjfdlY6iUX9eMf6U4X83CX83dcPx4Y000
dSWBbBlWn78000P00000000004sqX83AX8p7ZX00
X8ZC*zGqH0000n2e2n0K9Yz00000Fv35eR6Ca000
Y820gf0007Nj002X0025Krr03r000020X828hX00
Y8N0fPH008Y+001G04YLDLVgQXX0001V*vZnh000
X8J0a800cxX00340001400003MZ7ZOCdXFhhjH00
X8J0Y820dH0IQf0ZRn20X3C0RX1yfn00*v2Hln00
X8d4X7R003r0Jv000800034KF480en3*X86pZ000
X8J0X4gy00002f001812LLplMdf0evf0*v2Wb000
Z820X2V0000007n0OP00000j0000e92sX9NpfH00
bP20XG-03Hr00820GX20X000OX00eQA8X83Qin00
zWdp**-06Hn608L00000000Dxun0dQolXDV0dH00
******-0GZ0YN0chFqY7CbfmQas1G9p0*v2HfH00
xmll*x9mRKO626gIMpCl2prwJMhpKQ-0IW-0X000
uWVI*uXe8eW*6Z8T5LPW9H0P7X3*KIV09G-8a000
l-6U**ki05m*CnXd001v6psL5ZW*AwJG**-Ocn00
p+J0XF295vi*BphO04YzIuX0103i00ZB0CFMcH00
***v*+lG2TelAq6LcbVL3LciRH3*002A*+N4bX00
**-0qDJ80DR5Au4YQI9lfKz1F03*C8-A0G-0Y000
dTG**n2GPm+e01v*M49HeH0qNnK*Gv800GW**n00
xP20XFcUXGs89bsU00ZJ0000KJm*i8JJ0G***n00
*v20uVx60G+BXbh507xPKn0Y7XepzOlCyW***n00
******V4XG-DK400e00V08P08Y4g*v2MQW***n00
******z0Omp209n00000NeT004swzv2R***Uq000
X83VX0000D6+XBh8QX00gBC03P3*+3pWn**umn00
ZfJ0kn007m*S*****vZ0*********n0j0837fX00
X820X0401G*******zp0*****-y*x8f07hh0fH00
a8phlpv04W***uwzW7oz**-Vo7i**n08rSyMln00
EOD
$pixels_6 << EOD
2HL0DKCl7nPT0n1y00zq4pC3000l000+3Hb30n00
3p4k2ZHK9n0iY9dhfBApjhhYefw0000k00X51X00
00L8KJc5PxAmh9uzhAVslhpSfhlldH0h4YH81n00
0n005n0Qjl3*cgWzdQefozdSfytKitT000056H00
0nC050FTgFidjiBIdjBLpTB*sAFVdAH0KHLU6000
00C0202i**-pJH2mcyBGZx6SljqXzG80040Q7X00
00C00n3**wl+0037v7C00AZp02yz*xzcKH0A9000
00P3003*fTVpbH2pjX0t9n00002p*xqm004W1H00
00C0003zexZpYH2p2X00000T002p**+yKH0K2X00
1H00003*extkdX2p002Hjgz4h7hd****00rW5000
2X0009u*hBNajX00054008fI036p**i*000t7H00
I4bWKS7*iSZigfX-Xy9+ZSAYIxpp***r03L03n00
KLsDKTm*njR*rSapoyuIoCWBzDWQp***L00A5000
H4fTKRastzqWh+S4qiAsfBdxpzWkvG**04r00000
F4TAKQ*AmUZani6khzdnk9thl9i9vAu*04n52000
93jJKW*ojiAIrQtpeQydiSaIjiZKqGW*YLrF3X00
BK800G*znCAyqxuueTefpFRUgi26jhO*02bD3H00
K4s8KW**lC7KqB3u+zeugjeXty9zjhB*iqC32n00
KLr0Bm*vjhFnqDhqtxiX*zJali9Xj***8Ln00n00
3pcDKOawySe6iRi4rTWG*w-*qBN3gGpfArUDKH00
Gn000G*W*yy7lzeNehOsf9-VozqKoW**GLsDKH00
KH00FG**jlWGxzqkelmxrQ-qiSainWqyr4sDKH00
KLsDKW****a*pTJU-gpkeVtUjRtiqW**YrsDKH00
KLsDKW-dxvKngG-YfR2WslZafF2jVW**xbrvBX00
000w072aiN*****aqw6J+W-Icm*eQkS*wLs89X00
1XC08KRfktLuKLsDKHL0KLsDKLsDSxO2Fn0i5H00
0000002pitDDKLsDKJv0KLsDKL9DQm-pH1b05000
20XQ9020XsYDLH000000KrzLAn1DL69tU2Lq9000
EOD
$pixels_7 << EOD
00000000000104FoXQcsXQADin00000000000000
0000000000020CK****o-**s*rn0000000000000
0000000000000GGktVKeukiS*uH0000000000000
0000000000000G*iw-eZvVOV*w40000000000000
0000000000005**dwVecvVGUzRT0000000000000
000000000000H**YxlWZv-KXxij0000000000000
000000000000TmeQx-ysv-GYzS00000000000000
000000000000g*Waw*i8-FWX-wC0000000000000
000000000000rGBYz-40*-eZ*v40000000000000
000000000000u-yW*x40*-qW*vT0000000000000
000000000000+VmV*rX0-GyQ*w40000000000000
000000000000*-eZ*nT0m*aT*uv0000000000000
000000000000*-ee-n00e*mU*tz0000000000000
000000000000*-ajt000X*uT*tz0000000000000
000000000000*-Kqi000FWeV*tz0000000000000
000000000000*-SrZn002m*a*tH0000000000000
000000000000v-upTH001m*d*sb0000000000000
000000000000qF*scn000G*a*tC0000000000000
000000000000c*OloX000G*h*sn0000000000000
000000000000NWag-0000Gqk*sf0000000000000
0000000000007*3cvX000F*l*sn0000000000000
0000000000000FBgyJ800Fil*sz0000000000000
0000000000000Fej+4H00D7oyN80000000000000
00000000000109ap+P000CSoyc40000000000000
00000000000204etzUC00CinyLf0000000000000
000000000004003cyD4009yuydC0000000000000
0000000000010037**Tx0A7**7T0000000000000
000000000000001ZerT004Jng3f0000000000000
EOD
$pixels_8 << EOD
qGl0**-hgm*b*o1V2000003*0G*FX838XG-0uH00
*vp0***Yily**n00HH0000J30Cy**v2ryfK**n00
-v20**B*ZGm**qQ0lnH+0Bs103i*pDy*X83*X000
XG*H*wu*hi***n1CKX1A0Alp8lB*+x7*lwG*-n00
ZG-0*w3*wf3**n000H0J002v95y*k***X83*nn00
*+t0XG*******sLp0000002q03G******v3**n00
ZBW*XCq*rGB*In2*024001Np07e*****X83*nn00
X8a*XG***-y*vPr000uS0A6q047*uVy*Z83*+n00
XG**XG**+***iQL00n3*002n003*vW**XG**+n00
XG**XG******K88V003*G02s0Fm***-0X9t4*n00
XG-0*ym*****Qh400Fm*086*2V3*tW**XG-0-n00
XG-0XG**XG**5RHc0G**00000F3*****XG*d*n00
****XGVd*+u*25P0Im**SZxv0Fu***-8XG-0*n00
vW-0XG-Y*G**8gtJ0Gy*Jn1u09e*****XG**q000
*wV0hi*Ul***1OL00G**iH2u0BO****YXG-0nn00
X820*w3*****002J*****v2l0Ce**+N0XGV0*n00
*****v3*****H9tMUG***n2H0B7**-SHqG-0*n00
*v3ysWm*jm**TIn0n****n2l6W***vKu*-R0*n00
*v3Mnv3*eUu*YZAHoW***n2aOm***v3*X83*jX00
XG-H+*AdfUu**s2b0G***vHD0Ci*kw20eVy*X000
YGlQ*v2ul+3**n000G***uX00G***zp0zfJpZ000
-wNC*v3Wlym**oz3eW***n00MWm**y-**v3**n00
+*hQzf3Ys*S**n00bm***sVO0G**whS*X820*n00
*v20-v2lygO***-MbBe**udO0G***-7*X83*wX00
X83yzf2y*x7***z0cze**sJQ5m****-o**-C*n00
XFidhf3d*zW***j06H3**sT40Dm*cW-0x8a*q000
XG-hXAxC*vK***z0057**wn00G****-0dVd4vH00
Xm-0XFxc+v20ly801Qe**tT*KWe*XG-0jm*qZ000
EOD
$pixels_9 << EOD
Bbf0K4rQ5rr+KH2UFbrfDLSRPrrm000i04r0F000
KHX0KLry749GKOZptiAbiiOujekDKH0XHXDDKH00
JX00KLMD1LgDKTW7*9h*bW-tjbgDB3YD001D0000
04rnKI9D6JQDKSBCpQq2cG*zozoDIoID90oDJX00
1Lr0KHgDGH1DQBAQdQpac9S*lgDD8LsD001DAH00
KKX004sDKLsDa-RqeQhMcgW*ePsDKLsDKH1DKH00
1J5D02wDC4MDLAq*eiNfchG*gAoDKLsD001DAH00
00MD04sDKL9Dvm-NdiO*h*m*idsDF49D1H1DIn00
04sD04sDIrsDyG-Lh9IDjgq*jaMDFrsD04sCIn00
04sD04sDKLsDnG2bjcMDsw**jjUDKLr00183KH00
04r0KJIDKLsDwm-IjfYDh***lCkDDbsD04r0JX00
04r004sC04sDm*-jjcIDTxlGjiYDKLsD04r+KH00
KLsD04TOKKYDlD2RtLsDcTi*ji5DKLr504r0KH00
Frr004rLJrsDo*iuZroDPy3OjewDKLsD04sDBX00
KHv06JPv94sDkkxdP4sDMAq*jf+DKLry04r0AH00
0000KHgDKLsDjge*t4sDM***jg1DKKC004T0KH00
KLsDKH1DKLsDmW**RbsDLyBnjeUDKKrnBbr0KH00
K01ACrgD7rsDnyFfn4sDKSB*nh+DKHD7KKr0KH00
KH0qAH1D4aYDdyuvz4sDKSB*xxcDKH1D001D7n00
04rAIrLO53YDgUm*hrsDKW-fjfQD8Hf04b9D0000
0rfGKH0Y931DSAFPcLsDKVlYjhcDKJv0IHCW1H00
JXr8KH0w92IDKRZV*t+DKQtYwhcDKJPdKH1DKH00
IrfGIH0yDLUDKQpW*w5DKSe*fA+DGIUD0000KH00
KH00JX0THXsFKVO**xDDKTB*fQsDKKkD001DGH00
001AIH0bKIIGKQNg**+DKS3*iQUDKLrVKLr8KH00
040+6H0+KJkIKLhPivIDKPNkfQgD3Lr0GnMDBX00
04rQ01n8KHDFKLsyjkl6KSApizDDKLr03r03Fn00
0Lr0048NIn0091zMMMQDKKR9YfDD04r07rs51H00
EOD

set multiplot layout 3,3 title 'Validation images, what an attack adds, and what comes out' font ',17' margins screen 0.03368,0.96632,0.05494,0.90149 spacing screen 0.03109,0.07724
set label 1 'run 7215e932f37e' at screen 0.98187, screen 0.01195 right font ',9.5' textcolor rgb '#777777'
set label 2 'Above the pictures stands what the network said, and how sure it was. One seed: another one gives other numbers.' at screen 0.01813, screen 0.0276 left font ',9.5' textcolor rgb '#777777'

set title 'Ankle boot, taken for'.LF.'Sneaker (46 %)'
unset border; unset colorbox; unset tics
# 3 pixels are 4 characters, digits to base 64; a channel has 256 levels.
digits = '0123456789ABCDFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-*'
digit(row, k) = strstrt(digits, row[k:k]) - 1
number(row, k) = 262144*digit(row, k) + 4096*digit(row, k + 1) + 64*digit(row, k + 2) + digit(row, k + 3)
color(row, x) = number(row, 4*(x/3) + 1)/(x%3 == 0 ? 65536 : x%3 == 1 ? 256 : 1)%256
level(row, x, c) = color(row, x)
pixel(x, y, c) = level($pixels_1[y + 1], x, c)
set object 1 rectangle from -0.5, -0.5 to 223.5, 223.5 front fillstyle empty border linecolor rgb '#AAAAAA' linewidth 0.5
set palette defined (0 '#000000', 1 '#FFFFFF') maxcolors 256; set cbrange [0:255]
set samples 224; set isosamples 224
set xrange [-0.5:223.5]; set yrange [223.5:-0.5]
# One sample a pixel of the drawing.
plot sample [u=0:223][v=0:223] '++' using 1:2:(pixel(int($1 + 0.5)/8, int($2 + 0.5)/8, 0)) with image notitle

unset label
set title 'what is added, −0.3 … 0.3'
unset border; unset colorbox; unset tics
# 3 pixels are 4 characters, digits to base 64; a channel has 256 levels.
digits = '0123456789ABCDFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-*'
digit(row, k) = strstrt(digits, row[k:k]) - 1
number(row, k) = 262144*digit(row, k) + 4096*digit(row, k + 1) + 64*digit(row, k + 2) + digit(row, k + 3)
color(row, x) = number(row, 4*(x/3) + 1)/(x%3 == 0 ? 65536 : x%3 == 1 ? 256 : 1)%256
level(row, x, c) = color(row, x)
pixel(x, y, c) = level($pixels_2[y + 1], x, c)
set object 1 rectangle from -0.5, -0.5 to 223.5, 223.5 front fillstyle empty border linecolor rgb '#AAAAAA' linewidth 0.5
set palette defined (0 '#000000', 1 '#FFFFFF') maxcolors 256; set cbrange [0:255]
set samples 224; set isosamples 224
set xrange [-0.5:223.5]; set yrange [223.5:-0.5]
# One sample a pixel of the drawing.
plot sample [u=0:223][v=0:223] '++' using 1:2:(pixel(int($1 + 0.5)/8, int($2 + 0.5)/8, 0)) with image notitle

set title 'taken for Sneaker (56 %)'
unset border; unset colorbox; unset tics
# 3 pixels are 4 characters, digits to base 64; a channel has 256 levels.
digits = '0123456789ABCDFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-*'
digit(row, k) = strstrt(digits, row[k:k]) - 1
number(row, k) = 262144*digit(row, k) + 4096*digit(row, k + 1) + 64*digit(row, k + 2) + digit(row, k + 3)
color(row, x) = number(row, 4*(x/3) + 1)/(x%3 == 0 ? 65536 : x%3 == 1 ? 256 : 1)%256
level(row, x, c) = color(row, x)
pixel(x, y, c) = level($pixels_3[y + 1], x, c)
set object 1 rectangle from -0.5, -0.5 to 223.5, 223.5 front fillstyle empty border linecolor rgb '#AAAAAA' linewidth 0.5
set palette defined (0 '#000000', 1 '#FFFFFF') maxcolors 256; set cbrange [0:255]
set samples 224; set isosamples 224
set xrange [-0.5:223.5]; set yrange [223.5:-0.5]
# One sample a pixel of the drawing.
plot sample [u=0:223][v=0:223] '++' using 1:2:(pixel(int($1 + 0.5)/8, int($2 + 0.5)/8, 0)) with image notitle

set title 'Pullover, taken for Pullover'.LF.'(46 %)'
unset border; unset colorbox; unset tics
# 3 pixels are 4 characters, digits to base 64; a channel has 256 levels.
digits = '0123456789ABCDFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-*'
digit(row, k) = strstrt(digits, row[k:k]) - 1
number(row, k) = 262144*digit(row, k) + 4096*digit(row, k + 1) + 64*digit(row, k + 2) + digit(row, k + 3)
color(row, x) = number(row, 4*(x/3) + 1)/(x%3 == 0 ? 65536 : x%3 == 1 ? 256 : 1)%256
level(row, x, c) = color(row, x)
pixel(x, y, c) = level($pixels_4[y + 1], x, c)
set object 1 rectangle from -0.5, -0.5 to 223.5, 223.5 front fillstyle empty border linecolor rgb '#AAAAAA' linewidth 0.5
set palette defined (0 '#000000', 1 '#FFFFFF') maxcolors 256; set cbrange [0:255]
set samples 224; set isosamples 224
set xrange [-0.5:223.5]; set yrange [223.5:-0.5]
# One sample a pixel of the drawing.
plot sample [u=0:223][v=0:223] '++' using 1:2:(pixel(int($1 + 0.5)/8, int($2 + 0.5)/8, 0)) with image notitle

set title 'what is added, −0.3 … 0.3'
unset border; unset colorbox; unset tics
# 3 pixels are 4 characters, digits to base 64; a channel has 256 levels.
digits = '0123456789ABCDFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-*'
digit(row, k) = strstrt(digits, row[k:k]) - 1
number(row, k) = 262144*digit(row, k) + 4096*digit(row, k + 1) + 64*digit(row, k + 2) + digit(row, k + 3)
color(row, x) = number(row, 4*(x/3) + 1)/(x%3 == 0 ? 65536 : x%3 == 1 ? 256 : 1)%256
level(row, x, c) = color(row, x)
pixel(x, y, c) = level($pixels_5[y + 1], x, c)
set object 1 rectangle from -0.5, -0.5 to 223.5, 223.5 front fillstyle empty border linecolor rgb '#AAAAAA' linewidth 0.5
set palette defined (0 '#000000', 1 '#FFFFFF') maxcolors 256; set cbrange [0:255]
set samples 224; set isosamples 224
set xrange [-0.5:223.5]; set yrange [223.5:-0.5]
# One sample a pixel of the drawing.
plot sample [u=0:223][v=0:223] '++' using 1:2:(pixel(int($1 + 0.5)/8, int($2 + 0.5)/8, 0)) with image notitle

set title 'taken for Pullover (36 %)'
unset border; unset colorbox; unset tics
# 3 pixels are 4 characters, digits to base 64; a channel has 256 levels.
digits = '0123456789ABCDFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-*'
digit(row, k) = strstrt(digits, row[k:k]) - 1
number(row, k) = 262144*digit(row, k) + 4096*digit(row, k + 1) + 64*digit(row, k + 2) + digit(row, k + 3)
color(row, x) = number(row, 4*(x/3) + 1)/(x%3 == 0 ? 65536 : x%3 == 1 ? 256 : 1)%256
level(row, x, c) = color(row, x)
pixel(x, y, c) = level($pixels_6[y + 1], x, c)
set object 1 rectangle from -0.5, -0.5 to 223.5, 223.5 front fillstyle empty border linecolor rgb '#AAAAAA' linewidth 0.5
set palette defined (0 '#000000', 1 '#FFFFFF') maxcolors 256; set cbrange [0:255]
set samples 224; set isosamples 224
set xrange [-0.5:223.5]; set yrange [223.5:-0.5]
# One sample a pixel of the drawing.
plot sample [u=0:223][v=0:223] '++' using 1:2:(pixel(int($1 + 0.5)/8, int($2 + 0.5)/8, 0)) with image notitle

set title 'Trouser, taken for Trouser'.LF.'(88 %)'
unset border; unset colorbox; unset tics
# 3 pixels are 4 characters, digits to base 64; a channel has 256 levels.
digits = '0123456789ABCDFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-*'
digit(row, k) = strstrt(digits, row[k:k]) - 1
number(row, k) = 262144*digit(row, k) + 4096*digit(row, k + 1) + 64*digit(row, k + 2) + digit(row, k + 3)
color(row, x) = number(row, 4*(x/3) + 1)/(x%3 == 0 ? 65536 : x%3 == 1 ? 256 : 1)%256
level(row, x, c) = color(row, x)
pixel(x, y, c) = level($pixels_7[y + 1], x, c)
set object 1 rectangle from -0.5, -0.5 to 223.5, 223.5 front fillstyle empty border linecolor rgb '#AAAAAA' linewidth 0.5
set palette defined (0 '#000000', 1 '#FFFFFF') maxcolors 256; set cbrange [0:255]
set samples 224; set isosamples 224
set xrange [-0.5:223.5]; set yrange [223.5:-0.5]
# One sample a pixel of the drawing.
plot sample [u=0:223][v=0:223] '++' using 1:2:(pixel(int($1 + 0.5)/8, int($2 + 0.5)/8, 0)) with image notitle

set title 'what is added, −0.3 … 0.3'
unset border; unset colorbox; unset tics
# 3 pixels are 4 characters, digits to base 64; a channel has 256 levels.
digits = '0123456789ABCDFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-*'
digit(row, k) = strstrt(digits, row[k:k]) - 1
number(row, k) = 262144*digit(row, k) + 4096*digit(row, k + 1) + 64*digit(row, k + 2) + digit(row, k + 3)
color(row, x) = number(row, 4*(x/3) + 1)/(x%3 == 0 ? 65536 : x%3 == 1 ? 256 : 1)%256
level(row, x, c) = color(row, x)
pixel(x, y, c) = level($pixels_8[y + 1], x, c)
set object 1 rectangle from -0.5, -0.5 to 223.5, 223.5 front fillstyle empty border linecolor rgb '#AAAAAA' linewidth 0.5
set palette defined (0 '#000000', 1 '#FFFFFF') maxcolors 256; set cbrange [0:255]
set samples 224; set isosamples 224
set xrange [-0.5:223.5]; set yrange [223.5:-0.5]
# One sample a pixel of the drawing.
plot sample [u=0:223][v=0:223] '++' using 1:2:(pixel(int($1 + 0.5)/8, int($2 + 0.5)/8, 0)) with image notitle

set title 'taken for Dress (46 %)'
unset border; unset colorbox; unset tics
# 3 pixels are 4 characters, digits to base 64; a channel has 256 levels.
digits = '0123456789ABCDFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-*'
digit(row, k) = strstrt(digits, row[k:k]) - 1
number(row, k) = 262144*digit(row, k) + 4096*digit(row, k + 1) + 64*digit(row, k + 2) + digit(row, k + 3)
color(row, x) = number(row, 4*(x/3) + 1)/(x%3 == 0 ? 65536 : x%3 == 1 ? 256 : 1)%256
level(row, x, c) = color(row, x)
pixel(x, y, c) = level($pixels_9[y + 1], x, c)
set object 1 rectangle from -0.5, -0.5 to 223.5, 223.5 front fillstyle empty border linecolor rgb '#AAAAAA' linewidth 0.5
set palette defined (0 '#000000', 1 '#FFFFFF') maxcolors 256; set cbrange [0:255]
set samples 224; set isosamples 224
set xrange [-0.5:223.5]; set yrange [223.5:-0.5]
# One sample a pixel of the drawing.
plot sample [u=0:223][v=0:223] '++' using 1:2:(pixel(int($1 + 0.5)/8, int($2 + 0.5)/8, 0)) with image notitle

unset multiplot
