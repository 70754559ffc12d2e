#pragma once
// What Swift needs of libhdf5 but cannot import: macros, and constants that are macros over
// initializing calls. One C call a function, so that the caller checks each result.
#include <hdf5.h>
#include <stdint.h>
#include <string.h>

// Property list classes.
static inline hid_t chdf5_file_creation(void) { return H5P_FILE_CREATE; }
static inline hid_t chdf5_file_access(void) { return H5P_FILE_ACCESS; }
static inline hid_t chdf5_group_creation(void) { return H5P_GROUP_CREATE; }
static inline hid_t chdf5_dataset_creation(void) { return H5P_DATASET_CREATE; }
static inline hid_t chdf5_default(void) { return H5P_DEFAULT; }

// Flags and small constants.
static inline unsigned chdf5_read_only(void) { return H5F_ACC_RDONLY; }
static inline unsigned chdf5_truncate(void) { return H5F_ACC_TRUNC; }
static inline hid_t chdf5_all(void) { return H5S_ALL; }

// Types as they stand in the file: fixed, little-endian.
static inline hid_t chdf5_float32(void) { return H5T_IEEE_F32LE; }
static inline hid_t chdf5_float64(void) { return H5T_IEEE_F64LE; }
static inline hid_t chdf5_int64(void) { return H5T_STD_I64LE; }
static inline hid_t chdf5_uint8(void) { return H5T_STD_U8LE; }
static inline hid_t chdf5_string(void) { return H5T_C_S1; }

// Property lists whose calls take enumerations that are awkward to import.
static inline herr_t chdf5_set_bounds(hid_t list) {
  return H5Pset_libver_bounds(list, H5F_LIBVER_V18, H5F_LIBVER_V18);
}
static inline herr_t chdf5_set_strong_close(hid_t list) {
  return H5Pset_fclose_degree(list, H5F_CLOSE_STRONG);
}
static inline herr_t chdf5_without_times(hid_t list) { return H5Pset_obj_track_times(list, 0); }

// The library's own flock is left out: finished files are only read, and a run directory has its lock.
static inline herr_t chdf5_without_locking(hid_t list) {
#if H5_VERSION_GE(1, 12, 1) || (H5_VERS_MINOR == 10 && H5_VERSION_GE(1, 10, 7))
  return H5Pset_file_locking(list, 0, 1);
#else
  (void)list;
  return 0;
#endif
}

static inline herr_t chdf5_set_variable(hid_t type) { return H5Tset_size(type, H5T_VARIABLE); }
static inline herr_t chdf5_set_null_padded(hid_t type) { return H5Tset_strpad(type, H5T_STR_NULLPAD); }
static inline herr_t chdf5_set_utf8(hid_t type) { return H5Tset_cset(type, H5T_CSET_UTF8); }
static inline int chdf5_is_string(hid_t type) {
  H5T_class_t kind = H5Tget_class(type);
  return kind == H5T_NO_CLASS ? -1 : kind == H5T_STRING;
}

static inline hid_t chdf5_scalar_space(void) { return H5Screate(H5S_SCALAR); }
static inline herr_t chdf5_select(
    hid_t space, const hsize_t *start, const hsize_t *count) {
  return H5Sselect_hyperslab(space, H5S_SELECT_SET, start, NULL, count, NULL);
}

static inline herr_t chdf5_flush(hid_t file) { return H5Fflush(file, H5F_SCOPE_GLOBAL); }

// Links keep the order in which they were made, which viewers follow, and they and attributes lie in object
// headers however many there are: those carry checksums, while damage in the library's heaps and trees can
// crash it.
static inline herr_t chdf5_set_links(hid_t list) {
  if (H5Pset_link_creation_order(list, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED) < 0) return -1;
  return H5Pset_link_phase_change(list, 65535, 0);
}
static inline herr_t chdf5_set_attributes(hid_t list) { return H5Pset_attr_phase_change(list, 65535, 0); }

// Names in a group, by the order of the names.
static inline ssize_t chdf5_link_name(hid_t group, hsize_t index, char *name, size_t size) {
  return H5Lget_name_by_idx(
      group, ".", H5_INDEX_NAME, H5_ITER_INC, index, name, size, H5P_DEFAULT);
}
static inline int64_t chdf5_link_count(hid_t group) {
  H5G_info_t info;
  return H5Gget_info(group, &info) < 0 ? -1 : (int64_t)info.nlinks;
}
// 1 for a hard link, 0 for a soft or external one, negative for an error.
static inline int chdf5_is_hard_link(hid_t group, const char *name) {
  H5L_info_t info;
  return H5Lget_info(group, name, &info, H5P_DEFAULT) < 0 ? -1 : info.type == H5L_TYPE_HARD;
}
static inline int chdf5_is_group(hid_t object) {
  H5I_type_t kind = H5Iget_type(object);
  return kind == H5I_BADID ? -1 : kind == H5I_GROUP;
}
static inline int chdf5_is_dataset(hid_t object) {
  H5I_type_t kind = H5Iget_type(object);
  return kind == H5I_BADID ? -1 : kind == H5I_DATASET;
}

// The error stack, outermost call first, one description a line.
struct chdf5_reasons {
  char text[4096];
  size_t count;
};
static inline herr_t chdf5_append_reason(unsigned index, const H5E_error2_t *entry, void *context) {
  struct chdf5_reasons *reasons = (struct chdf5_reasons *)context;
  const char *text = entry->desc ? entry->desc : "";
  size_t length = strlen(text);
  (void)index;
  if (length > 600) length = 600;
  if (reasons->count + length + 1 < sizeof reasons->text) {
    for (size_t i = 0; i < length; ++i)
      reasons->text[reasons->count++] = text[i] == '\n' ? ' ' : text[i];
    reasons->text[reasons->count++] = '\n';
  }
  return 0;
}
static inline void chdf5_silence(void) { H5Eset_auto2(H5E_DEFAULT, NULL, NULL); }
// Copies the stack's descriptions into `text` (zero-terminated) and clears the stack.
static inline void chdf5_reasons(char *text, size_t size) {
  struct chdf5_reasons reasons;
  reasons.count = 0;
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_DOWNWARD, chdf5_append_reason, &reasons);
  size_t count = reasons.count < size - 1 ? reasons.count : size - 1;
  memcpy(text, reasons.text, count);
  text[count] = 0;
  H5Eclear2(H5E_DEFAULT);
}
