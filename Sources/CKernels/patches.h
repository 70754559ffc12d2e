// Patches of images, gathered into the layout that tiles of a matrix product read: a row for each element of a patch, a
// lane for each patch.

// Neighboring lanes whose elements lie `step` apart in the images.
typedef struct NAME(piece) {
  ptrdiff_t at;  // where lane 0's would lie
  size_t begin, end;
  NAME(mask) lanes;
} NAME(piece);

// How many pieces whole vectors are put together from; more, shorter ones are read element by element.
#define PIECES 4

// For each channel, `plane` behind the last, a vector of the elements of `count` pieces and +0. The compiler knows
// `count` and `step`, which is 1 or 2.
ALWAYS_INLINE void NAME(pack_pieces)(const size_t count, const int step, T *out, size_t next, const T *x,
                                     ptrdiff_t plane, size_t channels, const NAME(piece) *pieces) {
  // In variables of their own, since for all the compiler knows a store may change the pieces.
  NAME(mask) lanes[PIECES];
  ptrdiff_t at[PIECES];
  for (size_t n = 0; n < count; n++) {
    lanes[n] = pieces[n].lanes;
    at[n] = pieces[n].at;
  }
  for (size_t c = 0; c < channels; c++, x += plane, out += next) {
    V value = NAME(splat)(0);
#pragma clang loop unroll(full)
    for (size_t n = 0; n < count; n++)
      value = lanes[n] ? (step == 1 ? NAME(load)(x + at[n]) : NAME(load_every_second)(x + at[n])) : value;
    NAME(store)(out, value);
  }
}

// to[(kk - k0) * stride + l] = element kk of the patch at lane first + l, for k0 <= kk < k1; +0 for
// present <= l < width. The width is a multiple of LANES.
static void NAME(pack_patches)(T *to, size_t stride, const reprise_patches *p, size_t first, size_t present,
                               size_t width, size_t k0, size_t k1) {
  const ptrdiff_t plane = (ptrdiff_t)(p->height * p->width), step = (ptrdiff_t)p->step;
  const ptrdiff_t count = (ptrdiff_t)(p->samples * p->channels) * plane;
  const size_t positions = p->rows * p->columns;
  if (present == 0) return;
  for (size_t v = 0; v < width; v += LANES, to += LANES) {
    // The lanes' stretches of one row of positions.
    struct {
      size_t lane, count;
      ptrdiff_t sample, row, column;
    } spans[LANES];
    const size_t lanes = present > v ? NAME(minimum)(present - v, LANES) : 0;
    size_t sample = (first + v) / positions, i = (first + v) % positions / p->columns, j = (first + v) % p->columns;
    size_t span_count = 0;
    for (size_t lane = 0; lane < lanes; span_count++) {
      spans[span_count].lane = lane;
      spans[span_count].count = NAME(minimum)(lanes - lane, p->columns - j);
      spans[span_count].sample = (ptrdiff_t)(sample * p->channels) * plane;
      spans[span_count].row = (ptrdiff_t)i * step;
      spans[span_count].column = (ptrdiff_t)j * step;
      lane += spans[span_count].count;
      j = 0;
      if (++i == p->rows) {
        i = 0;
        sample++;
      }
    }
    for (size_t t = 0; t < p->taps; t++) {
      const size_t c0 = k0 > t ? (k0 - t + p->taps - 1) / p->taps : 0;
      const size_t c1 = k1 > t ? (k1 - t + p->taps - 1) / p->taps : 0;
      if (c0 >= c1) continue;
      NAME(piece) pieces[LANES + PIECES];
      size_t piece_count = 0;
      // Whether whole vectors may be read: where they begin or end outside of all images, they may not.
      int whole = step <= 2;
      for (size_t s = 0; s < span_count; s++) {
        const ptrdiff_t row = spans[s].row + p->down[t], column = spans[s].column + p->right[t];
        if (row < 0 || row >= (ptrdiff_t)p->height || column >= (ptrdiff_t)p->width) continue;
        const size_t skipped = column >= 0 ? 0 : (size_t)(step == 1 ? -column : (step - 1 - column) / step);
        const size_t inside =
            (size_t)(step == 1 ? (ptrdiff_t)p->width - column : ((ptrdiff_t)p->width - column + step - 1) / step);
        const size_t end = NAME(minimum)(inside, spans[s].count);
        if (skipped >= end) continue;
        const ptrdiff_t at =
            spans[s].sample + row * (ptrdiff_t)p->width + column - (ptrdiff_t)spans[s].lane * step;
        NAME(piece) *const piece = &pieces[piece_count++];
        piece->at = at;
        piece->begin = spans[s].lane + skipped;
        piece->end = spans[s].lane + end;
        piece->lanes = NAME(lanes_between)(piece->begin, piece->end);
        whole &= at + (ptrdiff_t)c0 * plane >= 0 && at + (ptrdiff_t)(c1 - 1) * plane + step * LANES <= count;
      }
      T *out = to + (c0 * p->taps + t - k0) * stride;
      const size_t next = p->taps * stride;
      const T *x = (const T *)p->x + (ptrdiff_t)c0 * plane;
#define PIECES_CASE(n)                                                                                            \
  case n:                                                                                                         \
    step == 1 ? NAME(pack_pieces)(n, 1, out, next, x, plane, c1 - c0, pieces)                                     \
              : NAME(pack_pieces)(n, 2, out, next, x, plane, c1 - c0, pieces);                                    \
    break;
      if (whole && step == 1 && piece_count == 1 && pieces[0].begin == 0 && pieces[0].end == LANES) {
        const T *from = x + pieces[0].at;
        for (size_t c = c0; c < c1; c++, from += plane, out += next) NAME(store)(out, NAME(load)(from));
      } else if (whole && piece_count <= PIECES) switch (piece_count) {
          PIECES_CASE(0) PIECES_CASE(1) PIECES_CASE(2) PIECES_CASE(3) PIECES_CASE(4)
        }
      else {
        size_t lane[LANES], found = 0;
        ptrdiff_t at[LANES];
        for (size_t n = 0; n < piece_count; n++)
          for (size_t l = pieces[n].begin; l < pieces[n].end; l++, found++) {
            lane[found] = l;
            at[found] = pieces[n].at + (ptrdiff_t)l * step;
          }
        for (size_t c = c0; c < c1; c++, x += plane, out += next) {
          if (found == LANES) {
#pragma clang loop unroll(full)
            for (size_t l = 0; l < LANES; l++) out[l] = x[at[l]];
            continue;
          }
          NAME(store)(out, NAME(splat)(0));
          for (size_t n = 0; n < found; n++) out[lane[n]] = x[at[n]];
        }
      }
    }
  }
}

#undef PIECES
#undef PIECES_CASE
