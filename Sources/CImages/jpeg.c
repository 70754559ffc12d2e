#include <setjmp.h>
#include <stddef.h>
#include <stdio.h>
// clang-format off
#include <jpeglib.h>
#include <jerror.h>
// clang-format on

#include "sizes.h"

#ifndef LIBJPEG_TURBO_VERSION
#error "libjpeg-turbo is needed: the IJG's library decodes to other bytes"
#endif

// A progressive file may send its coefficients in as many scans as it likes, each over the whole image; more than
// these, or over more pixels in all, are not decoded, so that a small file cannot take hours. Usual files have ten.
enum { MOST_SCANS = 100 };
static const uint64_t MOST_SCANNED_PIXELS = (uint64_t)1 << 32;

// What one call holds. It is the caller's of the function that calls setjmp, so its members keep their values
// when an error jumps back there.
struct reader {
  struct jpeg_error_mgr errors;
  struct jpeg_progress_mgr progress;
  struct jpeg_decompress_struct jpeg;
  jmp_buf escape;
  enum reprise_image_result result;
  struct reprise_image *image;
  uint8_t *pixels;
};

static _Noreturn void give_up(struct reader *reader, enum reprise_image_result result) {
  reader->result = result;
  longjmp(reader->escape, 1);
}

static _Noreturn void fail(j_common_ptr jpeg) {
  struct reader *reader = jpeg->client_data;
  char text[JMSG_LENGTH_MAX];
  if (jpeg->err->msg_code == JERR_OUT_OF_MEMORY) {
    reprise_image_say(reader->image, "cannot be read: no memory");
    give_up(reader, REPRISE_IMAGE_NO_MEMORY);
  }
  jpeg->err->format_message(jpeg, text);
  reprise_image_say(reader->image, "is not a whole JPEG file: %s", text);
  give_up(reader, REPRISE_IMAGE_DAMAGED);
}

// A negative level is a warning: of a file that is cut off or corrupt, where the library would invent pixels.
static void warn(j_common_ptr jpeg, int level) {
  if (level < 0) fail(jpeg);
}

static void say_nothing(j_common_ptr jpeg) { (void)jpeg; }

static void count_scans(j_common_ptr jpeg) {
  struct reader *reader = jpeg->client_data;
  uint64_t scans = (uint64_t)reader->jpeg.input_scan_number;
  if (scans > MOST_SCANS) {
    reprise_image_say(reader->image, "has more than the %d scans read at most", MOST_SCANS);
    give_up(reader, REPRISE_IMAGE_DAMAGED);
  }
  if (scans * reader->image->width * reader->image->height > MOST_SCANNED_PIXELS) {
    reprise_image_say(reader->image, "has more than the %u scans read at most of its size", (unsigned)scans - 1);
    give_up(reader, REPRISE_IMAGE_DAMAGED);
  }
}

// Whether a file's bytes suffice for its size: at least one component has all its blocks of 8 x 8, each of a bit or more.
static int is_possible(const struct jpeg_decompress_struct *jpeg, size_t count) {
  for (int index = 0; index < jpeg->num_components; ++index) {
    const jpeg_component_info *component = jpeg->comp_info + index;
    if ((uint64_t)component->width_in_blocks * component->height_in_blocks / 8 <= count) return 1;
  }
  return 0;
}

static void read_pixels(struct reader *reader) {
  struct jpeg_decompress_struct *jpeg = &reader->jpeg;
  size_t width = reader->image->width, plane = width * reader->image->height;
  unsigned channels = reader->image->channels;
  jpeg->out_color_space = channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
  // What all versions of the library compute alike: the integer transform and triangular upsampling, which rules
  // out merged upsampling. Smoothing between blocks is a guess that changed with the versions.
  jpeg->dct_method = JDCT_ISLOW;
  jpeg->do_fancy_upsampling = TRUE;
  jpeg->do_block_smoothing = FALSE;
  jpeg_start_decompress(jpeg);
  if (jpeg->output_width != reader->image->width || jpeg->output_height != reader->image->height ||
      (unsigned)jpeg->output_components != channels) {
    reprise_image_say(reader->image, "is not a whole JPEG file: rows of an unexpected size");
    give_up(reader, REPRISE_IMAGE_DAMAGED);
  }
  JSAMPARRAY row = jpeg->mem->alloc_sarray(
      (j_common_ptr)jpeg, JPOOL_IMAGE, (JDIMENSION)(width * channels), 1);
  while (jpeg->output_scanline < jpeg->output_height) {
    size_t start = jpeg->output_scanline * width;
    if (jpeg_read_scanlines(jpeg, row, 1) != 1) {
      reprise_image_say(reader->image, "is cut off");
      give_up(reader, REPRISE_IMAGE_DAMAGED);
    }
    for (unsigned channel = 0; channel < channels; ++channel) {
      uint8_t *target = reader->pixels + channel * plane + start;
      for (size_t x = 0; x < width; ++x) target[x] = row[0][x * channels + channel];
    }
  }
  jpeg_finish_decompress(jpeg);
}

static void read_image(struct reader *reader, const uint8_t *bytes, size_t count) {
  if (setjmp(reader->escape)) return;
  struct jpeg_decompress_struct *jpeg = &reader->jpeg;
  jpeg->err = jpeg_std_error(&reader->errors);
  jpeg->err->error_exit = fail;
  jpeg->err->emit_message = warn;
  jpeg->err->output_message = say_nothing;
  jpeg->client_data = reader;
  jpeg_create_decompress(jpeg);
  reader->progress.progress_monitor = count_scans;
  jpeg->progress = &reader->progress;
  jpeg_mem_src(jpeg, bytes, count);
  jpeg_read_header(jpeg, TRUE);
  if (jpeg->num_components != 1 && jpeg->num_components != 3) {
    reprise_image_say(
        reader->image, "has %d color components; gray (1) and color (3) are read", jpeg->num_components);
    give_up(reader, REPRISE_IMAGE_DAMAGED);
  }
  if (jpeg->data_precision != 8) {
    reprise_image_say(reader->image, "has samples of %d bits; 8 are read", jpeg->data_precision);
    give_up(reader, REPRISE_IMAGE_DAMAGED);
  }
  // There a bit can stand for any number of blocks.
  if (jpeg->arith_code) {
    reprise_image_say(reader->image, "is arithmetic-coded; Huffman-coded files are read");
    give_up(reader, REPRISE_IMAGE_DAMAGED);
  }
  if (!reprise_image_sizes(
          reader->image, reader->pixels, jpeg->image_width, jpeg->image_height,
          (uint32_t)jpeg->num_components, is_possible(jpeg, count)))
    give_up(reader, REPRISE_IMAGE_DAMAGED);
  if (reader->pixels) read_pixels(reader);
  reader->result = REPRISE_IMAGE_READ;
}

enum reprise_image_result reprise_read_jpeg(
    const uint8_t *bytes, size_t count, struct reprise_image *image, uint8_t *pixels) {
  struct reader reader = {.result = REPRISE_IMAGE_DAMAGED, .image = image, .pixels = pixels};
  read_image(&reader, bytes, count);
  jpeg_destroy_decompress(&reader.jpeg);
  return reader.result;
}

#define TEXT_OF(macro) #macro
#define TEXT(macro) TEXT_OF(macro)

const char *reprise_jpeg_version(void) { return TEXT(LIBJPEG_TURBO_VERSION); }
