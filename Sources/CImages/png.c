#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "sizes.h"

#if PNG_LIBPNG_VER < 10600
#error "libpng 1.6 or later is needed"
#endif

// Deflate shrinks a run of bytes at most 1032-fold.
enum { MOST_INFLATION = 1032 };

// What one call holds. It is the caller's of the function that calls setjmp, so its members keep their values
// when an error jumps back there.
struct reader {
  jmp_buf escape;
  enum reprise_image_result result;
  struct reprise_image *image;
  uint8_t *pixels;
  const uint8_t *bytes;
  size_t count;
  size_t position;
  png_structp png;
  png_infop info;
  uint8_t *rows;
  // The palette's colors over white, and how many there are: 0 where the file has samples of its own.
  uint8_t palette[256][3];
  unsigned colors;
};

static _Noreturn void give_up(struct reader *reader, enum reprise_image_result result) {
  reader->result = result;
  longjmp(reader->escape, 1);
}

// Errors and warnings alike: what libpng warns of is a file that breaks the format's rules.
static void fail(png_structp png, png_const_charp text) {
  struct reader *reader = png_get_error_ptr(png);
  if (strstr(text, "ut of memory") || strstr(text, "nsufficient memory")) {
    reprise_image_say(reader->image, "cannot be read: no memory");
    give_up(reader, REPRISE_IMAGE_NO_MEMORY);
  }
  reprise_image_say(reader->image, "is not a whole PNG file: %s", text);
  give_up(reader, REPRISE_IMAGE_DAMAGED);
}

static void read_bytes(png_structp png, png_bytep target, size_t count) {
  struct reader *reader = png_get_io_ptr(png);
  if (count > reader->count - reader->position) {
    reprise_image_say(reader->image, "is cut off: its %zu bytes are no whole PNG file", reader->count);
    give_up(reader, REPRISE_IMAGE_DAMAGED);
  }
  memcpy(target, reader->bytes + reader->position, count);
  reader->position += count;
}

// A sample over white: alpha 255 keeps it, alpha 0 makes it 255; rounded to the nearest whole number.
static uint8_t over_white(unsigned sample, unsigned alpha) {
  return (uint8_t)((sample * alpha + 255 * (255 - alpha) + 127) / 255);
}

// Takes over the palette, without which an image of its indices cannot be shown.
static void read_palette(struct reader *reader) {
  png_colorp colors = NULL;
  png_bytep alpha = NULL;
  int count = 0, transparent = 0;
  png_get_PLTE(reader->png, reader->info, &colors, &count);
  png_get_tRNS(reader->png, reader->info, &alpha, &transparent, NULL);
  if (!colors || count < 1 || count > 256) png_error(reader->png, "it has no palette");
  for (int color = 0; color < count; ++color) {
    unsigned opacity = alpha && color < transparent ? alpha[color] : 255;
    reader->palette[color][0] = over_white(colors[color].red, opacity);
    reader->palette[color][1] = over_white(colors[color].green, opacity);
    reader->palette[color][2] = over_white(colors[color].blue, opacity);
  }
  reader->colors = (unsigned)count;
}

// Puts row `y` of palette indices into the planes.
static void store_colors(struct reader *reader, const uint8_t *row, uint32_t y) {
  size_t width = reader->image->width, plane = width * reader->image->height;
  uint8_t *target = reader->pixels + y * width;
  for (size_t x = 0; x < width; ++x) {
    if (row[x] >= reader->colors) {
      reprise_image_say(
          reader->image, "is not a whole PNG file: it uses color %u of a palette that has %u", row[x],
          reader->colors);
      give_up(reader, REPRISE_IMAGE_DAMAGED);
    }
    for (unsigned channel = 0; channel < 3; ++channel)
      target[channel * plane + x] = reader->palette[row[x]][channel];
  }
}

// Puts row `y` of interleaved samples, with or without alpha, into the planes.
static void store(struct reader *reader, const uint8_t *row, uint32_t y, unsigned samples) {
  size_t width = reader->image->width, plane = width * reader->image->height;
  unsigned channels = reader->image->channels;
  for (unsigned channel = 0; channel < channels; ++channel) {
    uint8_t *target = reader->pixels + channel * plane + y * width;
    const uint8_t *source = row + channel, *alpha = row + channels;
    if (samples == channels) {
      for (size_t x = 0; x < width; ++x) target[x] = source[x * samples];
    } else {
      for (size_t x = 0; x < width; ++x) target[x] = over_white(source[x * samples], alpha[x * samples]);
    }
  }
}

static void read_pixels(struct reader *reader) {
  png_structp png = reader->png;
  uint32_t height = reader->image->height;
  int passes = png_set_interlace_handling(png);
  png_read_update_info(png, reader->info);
  unsigned samples = png_get_channels(png, reader->info);
  size_t row_size = png_get_rowbytes(png, reader->info);
  unsigned expected = reader->colors ? 1 : reader->image->channels;
  if (png_get_bit_depth(png, reader->info) != 8 || (samples != expected && samples != expected + 1) ||
      row_size != (size_t)samples * reader->image->width)
    png_error(png, "rows of an unexpected size");
  // The passes of an interlaced image complete each other, so all rows are kept.
  reader->rows = calloc(passes > 1 ? height : 1, row_size);
  if (!reader->rows) png_error(png, "out of memory");
  for (int pass = 0; pass < passes; ++pass) {
    for (uint32_t y = 0; y < height; ++y) {
      uint8_t *row = reader->rows + (passes > 1 ? y * row_size : 0);
      png_read_row(png, row, NULL);
      if (pass < passes - 1) continue;
      if (reader->colors)
        store_colors(reader, row, y);
      else
        store(reader, row, y, samples);
    }
  }
  png_read_end(png, NULL);
}

static void read_image(struct reader *reader) {
  if (setjmp(reader->escape)) return;
  reader->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, reader, fail, fail);
  if (reader->png) reader->info = png_create_info_struct(reader->png);
  if (!reader->info) {
    reprise_image_say(reader->image, "cannot be read: libpng does not start");
    give_up(reader, REPRISE_IMAGE_NO_MEMORY);
  }
  png_structp png = reader->png;
  png_set_read_fn(png, reader, read_bytes);
  png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
  // Larger sizes are refused below, in our words.
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  // Chunks that pixels do not need (color profiles, texts, times) are skipped; their checksums count.
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
  png_read_info(png, reader->info);
  int color = png_get_color_type(png, reader->info);
  uint32_t height = png_get_image_height(png, reader->info);
  uint64_t size = (uint64_t)png_get_rowbytes(png, reader->info) * height;
  if (!reprise_image_sizes(
          reader->image, reader->pixels, png_get_image_width(png, reader->info), height,
          color & PNG_COLOR_MASK_COLOR ? 3 : 1, size / MOST_INFLATION <= reader->count))
    give_up(reader, REPRISE_IMAGE_DAMAGED);
  if (color == PNG_COLOR_TYPE_PALETTE) {
    // libpng would show an index beyond the palette as black.
    read_palette(reader);
    png_set_packing(png);
  } else {
    // 1, 2 and 4 bits of gray become 8, a transparent color becomes alpha, 16 bits become their high byte.
    png_set_expand(png);
    png_set_strip_16(png);
  }
  if (reader->pixels) read_pixels(reader);
  reader->result = REPRISE_IMAGE_READ;
}

enum reprise_image_result reprise_read_png(
    const uint8_t *bytes, size_t count, struct reprise_image *image, uint8_t *pixels) {
  struct reader reader = {
      .result = REPRISE_IMAGE_DAMAGED, .image = image, .pixels = pixels, .bytes = bytes, .count = count};
  read_image(&reader);
  png_destroy_read_struct(reader.png ? &reader.png : NULL, reader.info ? &reader.info : NULL, NULL);
  free(reader.rows);
  return reader.result;
}

const char *reprise_png_version(void) { return png_get_libpng_ver(NULL); }
