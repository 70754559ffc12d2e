# 001-09: drawn from this file alone by gnuplot 5.4 or later.
#   gnuplot -d 001-09.gp > 001-09.svg
#   gnuplot -d -e "drawing='png'" 001-09.gp > 001-09.png
# Titles, labels, ranges, colors and values can be edited by hand.
# run d17afdc4defe43260f4f4e9264e5da61886c6a4bb74a2eab9d31f6aad32555cb

if (!exists('drawing')) drawing = 'svg'
if (drawing eq 'svg') set terminal svg size 657,437 fixed font 'sans-serif,13' noenhanced background rgb 'white' name 'figure_001_09'
if (drawing eq 'png') set terminal pngcairo size 1314,874 font 'sans-serif,13' noenhanced fontscale 1.5 linewidth 2 pointscale 2 background rgb 'white'
if (drawing eq 'pdf') set terminal pdfcairo size 6.84375,4.552083333333333 font 'sans-serif,13' noenhanced fontscale 0.75

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
# gray level (0 is black, 255 white) 
0 0
1 0
2 0
3 0
4 0
5 0
6 0
7 0
8 0
9 0
10 0
11 0
12 0
13 0
14 0
15 0
16 0
17 0
18 0
19 0
20 0
21 0
22 0
23 0
24 0
25 0
26 0
27 0
28 0
29 0
30 0
31 0
32 0
33 0
34 0
35 0
36 0
37 0
38 0
39 0
40 0
41 0
42 0
43 0
44 0
45 0
46 13
47 34
48 18
49 31
50 38
51 38
52 53
53 64
54 98
55 166
56 173
57 158
58 167
59 166
60 185
61 196
62 213
63 188
64 201
65 212
66 164
67 120
68 100
69 115
70 113
71 104
72 98
73 88
74 76
75 121
76 169
77 132
78 177
79 162
80 160
81 154
82 185
83 225
84 203
85 220
86 237
87 186
88 161
89 228
90 231
91 197
92 232
93 263
94 259
95 285
96 315
97 319
98 327
99 337
100 334
101 349
102 346
103 419
104 389
105 349
106 335
107 354
108 295
109 290
110 268
111 255
112 240
113 230
114 213
115 166
116 166
117 154
118 180
119 150
120 182
121 159
122 163
123 151
124 144
125 158
126 133
127 132
128 111
129 129
130 124
131 121
132 127
133 122
134 106
135 143
136 143
137 132
138 160
139 176
140 202
141 191
142 198
143 185
144 196
145 226
146 229
147 226
148 179
149 203
150 230
151 198
152 218
153 201
154 176
155 164
156 161
157 156
158 137
159 159
160 154
161 181
162 238
163 248
164 269
165 250
166 279
167 230
168 235
169 238
170 228
171 209
172 198
173 282
174 256
175 202
176 181
177 236
178 226
179 220
180 238
181 176
182 121
183 118
184 119
185 118
186 123
187 94
188 105
189 94
190 104
191 105
192 87
193 69
194 51
195 58
196 72
197 114
198 102
199 94
200 95
201 83
202 73
203 43
204 54
205 39
206 42
207 45
208 40
209 58
210 56
211 42
212 57
213 502
214 1004
215 1040
216 987
217 990
218 981
219 974
220 938
221 497
222 1
223 4
224 2
225 7
226 0
227 1
228 0
229 2
230 0
231 1
232 0
233 2
234 0
235 1
236 1
237 95
238 159
239 153
240 170
241 147
242 167
243 306
244 446
245 441
246 436
247 446
248 448
249 194
250 0
251 0
252 0
253 0
254 0
255 0
EOD

set multiplot layout 1,1 title 'Histogram of the picture''s gray levels' font ',17' margins screen 0.14924,0.94216,0.2159,0.9024 spacing screen 0.16446,0.18043
set label 1 'run d17afdc4defe' at screen 0.97869, screen 0.02654 right font ',9.5' textcolor rgb '#777777'

set xlabel 'gray level (0 is black, 255 white)'
set ylabel 'number of pixels'
set xrange [-5.1000000000000005:260.1]; set xtics 50; set format x '%.0f'
set yrange [0:1500]; set ytics 500; set format y '%.0f'
plot $panel_1 using 1:2 with lines linetype 1 notitle

unset multiplot
