#pragma once
// Images from the bytes of PNG and JPEG files. libpng and libjpeg report errors by longjmp; each function here
// catches them in C, releases everything that the library holds and returns a code and a message.
#include <stddef.h>
#include <stdint.h>

// The longest side and the most pixels of an image; both are checked before memory is taken for pixels.
enum { REPRISE_IMAGE_LONGEST_SIDE = 32768, REPRISE_IMAGE_MOST_PIXELS = 1 << 28 };

// What became of a call.
enum reprise_image_result {
  REPRISE_IMAGE_READ = 0,
  REPRISE_IMAGE_DAMAGED = 1,
  REPRISE_IMAGE_NO_MEMORY = 2,
};

// An image and, after a failure, why it was not read, as the end of a sentence that begins with the file's name.
struct reprise_image {
  uint32_t width, height, channels;
  char message[256];
};

// Reads an image: its sizes only where `pixels` is null, else also its pixels, channel by channel and row by row.
// `pixels` has room for the sizes that `image` holds from the first call; other sizes are an error.
enum reprise_image_result reprise_read_png(
    const uint8_t *bytes, size_t count, struct reprise_image *image, uint8_t *pixels);
enum reprise_image_result reprise_read_jpeg(
    const uint8_t *bytes, size_t count, struct reprise_image *image, uint8_t *pixels);

// The version of libpng that is linked, and of the libjpeg-turbo whose headers this was compiled with: its library does
// not tell.
const char *reprise_png_version(void);
const char *reprise_jpeg_version(void);
