#pragma once
#include <stdarg.h>
#include <stdio.h>

#include "CImages.h"

// Writes what is wrong; the C library cuts it where the message is full.
__attribute__((format(printf, 2, 3))) static inline void reprise_image_say(
    struct reprise_image *image, const char *format, ...) {
  va_list values;
  va_start(values, format);
  vsnprintf(image->message, sizeof image->message, format, values);
  va_end(values);
}

// Takes over an image's sizes, or, where there are pixels to fill, compares them with those that are known; a file
// whose bytes cannot be that many pixels is refused before memory is taken for them.
// Returns whether they are good, and says why where they are not.
static inline int reprise_image_sizes(
    struct reprise_image *image, const uint8_t *pixels, uint32_t width, uint32_t height, uint32_t channels,
    int is_possible) {
  if (width < 1 || height < 1 || width > REPRISE_IMAGE_LONGEST_SIDE || height > REPRISE_IMAGE_LONGEST_SIDE) {
    reprise_image_say(
        image, "is %u pixels wide and %u high; each side must be 1 to %d", width, height,
        REPRISE_IMAGE_LONGEST_SIDE);
    return 0;
  }
  if ((uint64_t)width * height > REPRISE_IMAGE_MOST_PIXELS) {
    reprise_image_say(
        image, "is %u pixels wide and %u high, more than the %d pixels read at most", width, height,
        REPRISE_IMAGE_MOST_PIXELS);
    return 0;
  }
  if (!is_possible) {
    reprise_image_say(
        image, "is cut off: it says it is %u pixels wide and %u high, more than its bytes can hold", width,
        height);
    return 0;
  }
  if (pixels && (width != image->width || height != image->height || channels != image->channels)) {
    reprise_image_say(image, "changed while it was read");
    return 0;
  }
  image->width = width;
  image->height = height;
  image->channels = channels;
  return 1;
}
