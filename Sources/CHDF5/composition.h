#pragma once
// What composing a file in memory needs: its bytes after closing, and dimension scales whose bytes repeat.
#include <hdf5.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// The memory in which libhdf5 composes a file. It stays after the file is closed, when the superblock no
// longer says that the file is open for writing; the owner frees it.
struct chdf5_image {
  unsigned char *bytes;
  size_t size;
  int is_closed;
};

static inline void *chdf5_image_allocate(size_t size, H5FD_file_image_op_t op, void *context) {
  struct chdf5_image *image = (struct chdf5_image *)context;
  void *bytes = calloc(1, size);
  if (op == H5FD_FILE_IMAGE_OP_FILE_OPEN && bytes) {
    image->bytes = (unsigned char *)bytes;
    image->size = size;
  }
  return bytes;
}
static inline void *chdf5_image_copy(
    void *target, const void *source, size_t size, H5FD_file_image_op_t op, void *context) {
  (void)op, (void)context;
  return memcpy(target, source, size);
}
// New memory is zero, so that what the library leaves unwritten repeats too.
static inline void *chdf5_image_grow(void *old, size_t size, H5FD_file_image_op_t op, void *context) {
  struct chdf5_image *image = (struct chdf5_image *)context;
  unsigned char *bytes = (unsigned char *)realloc(old, size);
  (void)op;
  if (!bytes) return NULL;
  size_t before = old ? image->size : 0;
  if (size > before) memset(bytes + before, 0, size - before);
  image->bytes = bytes;
  image->size = size;
  return bytes;
}
static inline herr_t chdf5_image_release(void *bytes, H5FD_file_image_op_t op, void *context) {
  struct chdf5_image *image = (struct chdf5_image *)context;
  if (op == H5FD_FILE_IMAGE_OP_FILE_CLOSE && bytes == image->bytes)
    image->is_closed = 1;
  else
    free(bytes);
  return 0;
}
// The owner keeps the context longer than any property list or file, so it is neither copied nor freed here.
static inline void *chdf5_image_context(void *context) { return context; }
static inline herr_t chdf5_image_forget(void *context) {
  (void)context;
  return 0;
}

// Composed in `image`, growing by `growth` bytes, with no file behind it.
static inline herr_t chdf5_compose_in(hid_t list, struct chdf5_image *image, size_t growth) {
  H5FD_file_image_callbacks_t callbacks = {
      chdf5_image_allocate, chdf5_image_copy,    chdf5_image_grow, chdf5_image_release,
      chdf5_image_context,  chdf5_image_forget, image};
  if (H5Pset_fapl_core(list, growth, 0) < 0) return -1;
  return H5Pset_file_image_callbacks(list, &callbacks);
}

// Where a closed file ends, or 0 if its memory holds no complete file. Closing gives space back, so the end
// is known only then: it is the end-of-file address of the superblock ("HDF5 File Format Specification",
// level 0A, version 2, which the library's bounds fix).
static inline size_t chdf5_image_end(const struct chdf5_image *image, size_t user_block) {
  const unsigned char *superblock = image->bytes + user_block;
  uint64_t end = 0;
  if (!image->is_closed || !image->bytes || image->size < user_block + 48 || superblock[8] != 2) return 0;
  for (int i = 7; i >= 0; --i) end = end << 8 | superblock[28 + i];
  return end >= user_block + 48 && end <= image->size ? (size_t)end : 0;
}

// The attributes by which HDF5's dimension scales are known, after "HDF5 Dimension Scale Specification and
// Design Notes" (The HDF Group). libhdf5_hl writes the same, but with uninitialized padding in its
// REFERENCE_LIST, so its bytes need not repeat, and it rewrites that list for each array.

// The place of an object as a reference; 0 for none.
static inline herr_t chdf5_reference(hid_t file, const char *path, uint64_t *reference) {
  hobj_ref_t place;
  if (H5Rcreate(&place, file, path, H5R_OBJECT, -1) < 0) return -1;
  *reference = (uint64_t)place;
  return 0;
}

static inline herr_t chdf5_write_attribute(
    hid_t object, const char *name, hid_t type, hsize_t count, const void *values) {
  hid_t space = H5Screate_simple(1, &count, NULL);
  if (space < 0) return -1;
  hid_t attribute = H5Acreate2(object, name, type, space, H5P_DEFAULT, H5P_DEFAULT);
  herr_t result = attribute < 0 ? -1 : H5Awrite(attribute, type, values);
  if (attribute >= 0 && H5Aclose(attribute) < 0) result = -1;
  if (H5Sclose(space) < 0) result = -1;
  return result;
}

// DIMENSION_LIST of an array: for each dimension the reference of its one scale.
static inline herr_t chdf5_write_dimensions(hid_t array, const uint64_t *scales, size_t count) {
  hobj_ref_t references[H5S_MAX_RANK];
  hvl_t lists[H5S_MAX_RANK];
  if (count > H5S_MAX_RANK) return -1;
  for (size_t i = 0; i < count; ++i) {
    references[i] = (hobj_ref_t)scales[i];
    lists[i].len = 1;
    lists[i].p = &references[i];
  }
  hid_t type = H5Tvlen_create(H5T_STD_REF_OBJ);
  if (type < 0) return -1;
  herr_t result = chdf5_write_attribute(array, "DIMENSION_LIST", type, count, lists);
  return H5Tclose(type) < 0 ? -1 : result;
}

// REFERENCE_LIST of a scale: the arrays that use it, and for which of their dimensions.
static inline herr_t chdf5_write_references(
    hid_t scale, const uint64_t *arrays, const int32_t *dimensions, size_t count) {
  const size_t width = sizeof(hobj_ref_t) + sizeof(int32_t);
  uint8_t *values = (uint8_t *)malloc(count * width);
  hid_t type = H5Tcreate(H5T_COMPOUND, width);
  herr_t result = -1;
  if (values && type >= 0 && H5Tinsert(type, "dataset", 0, H5T_STD_REF_OBJ) >= 0 &&
      H5Tinsert(type, "dimension", sizeof(hobj_ref_t), H5T_STD_I32LE) >= 0) {
    for (size_t i = 0; i < count; ++i) {
      hobj_ref_t reference = (hobj_ref_t)arrays[i];
      memcpy(values + i * width, &reference, sizeof reference);
      for (size_t byte = 0; byte < sizeof dimensions[i]; ++byte)
        values[i * width + sizeof reference + byte] = (uint8_t)((uint32_t)dimensions[i] >> 8 * byte);
    }
    result = chdf5_write_attribute(scale, "REFERENCE_LIST", type, count, values);
  }
  if (type >= 0 && H5Tclose(type) < 0) result = -1;
  free(values);
  return result;
}
