#ifndef DEEPREACH_CTIFF_SHIM_H
#define DEEPREACH_CTIFF_SHIM_H

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <tiffio.h>

/* Swift cannot call libtiff's variadic functions: these stand for them, one for each kind of value. */

/* The first error of a file since it was last taken; later ones only follow from it. */
typedef struct {
  char text[400];
} ctiff_message;

static inline int ctiff_keep_error(
    TIFF *file, void *user_data, const char *module, const char *format, va_list arguments) {
  ctiff_message *message = (ctiff_message *)user_data;
  (void)file;
  (void)module;
  if (message->text[0] == '\0')
    (void)vsnprintf(message->text, sizeof message->text, format, arguments);
  return 1;
}

static inline int ctiff_drop_warning(
    TIFF *file, void *user_data, const char *module, const char *format, va_list arguments) {
  (void)file;
  (void)user_data;
  (void)module;
  (void)format;
  (void)arguments;
  return 1;
}

/* Opens a descriptor, which the file owns from then on unless NULL is returned. Nothing is printed;
   no single allocation of libtiff is larger than the limit. */
static inline TIFF *ctiff_open(
    int descriptor, const char *name, const char *mode, ctiff_message *message,
    int64_t allocation_limit) {
  TIFFOpenOptions *options = TIFFOpenOptionsAlloc();
  TIFF *file;
  if (options == NULL) return NULL;
  TIFFOpenOptionsSetErrorHandlerExtR(options, ctiff_keep_error, message);
  TIFFOpenOptionsSetWarningHandlerExtR(options, ctiff_drop_warning, NULL);
  TIFFOpenOptionsSetMaxSingleMemAlloc(options, (tmsize_t)allocation_limit);
  file = TIFFFdOpenExt(descriptor, name, mode, options);
  TIFFOpenOptionsFree(options);
  return file;
}

/* Tags of libtiff's own list that hold a single number; defaults count as there. */
static inline int ctiff_get_short(TIFF *file, uint32_t tag, uint16_t *value) {
  return TIFFGetFieldDefaulted(file, tag, value);
}

static inline int ctiff_get_long(TIFF *file, uint32_t tag, uint32_t *value) {
  return TIFFGetFieldDefaulted(file, tag, value);
}

/* A tag that libtiff does not know, as it stands in the file: its type (of TIFFDataType), how many
   values, and where they are, valid as long as the file is open. 0 when it is absent. */
static inline int ctiff_get_private(
    TIFF *file, uint32_t tag, int *type, uint32_t *count, const void **values) {
  const TIFFField *field = TIFFFindField(file, tag, TIFF_ANY);
  void *found = NULL;
  if (field == NULL || !TIFFFieldPassCount(field)) return 0;
  if (TIFFFieldReadCount(field) == TIFF_VARIABLE2) {
    uint32_t number = 0;
    if (!TIFFGetField(file, tag, &number, &found)) return 0;
    *count = number;
  } else if (TIFFFieldReadCount(field) == TIFF_VARIABLE) {
    uint16_t number = 0;
    if (!TIFFGetField(file, tag, &number, &found)) return 0;
    *count = number;
  } else {
    return 0;
  }
  *type = (int)TIFFFieldDataType(field);
  *values = found;
  return found != NULL;
}

static inline int ctiff_set_short(TIFF *file, uint32_t tag, uint16_t value) {
  return TIFFSetField(file, tag, (int)value);
}

static inline int ctiff_set_long(TIFF *file, uint32_t tag, uint32_t value) {
  return TIFFSetField(file, tag, value);
}

static inline int ctiff_set_shorts(
    TIFF *file, uint32_t tag, uint32_t count, const uint16_t *values) {
  return TIFFSetField(file, tag, (int)count, values);
}

static inline int ctiff_set_doubles(
    TIFF *file, uint32_t tag, uint32_t count, const double *values) {
  return TIFFSetField(file, tag, (int)count, values);
}

static inline int ctiff_set_text(TIFF *file, uint32_t tag, const char *text) {
  return TIFFSetField(file, tag, text);
}

/* Makes the tags of GeoTIFF and GDAL known to a file that is being written. */
static inline int ctiff_add_geotiff_fields(TIFF *file) {
  static const TIFFFieldInfo fields[] = {
      {33550, -1, -1, TIFF_DOUBLE, FIELD_CUSTOM, 1, 1, (char *)"ModelPixelScale"},
      {33922, -1, -1, TIFF_DOUBLE, FIELD_CUSTOM, 1, 1, (char *)"ModelTiepoint"},
      {34264, -1, -1, TIFF_DOUBLE, FIELD_CUSTOM, 1, 1, (char *)"ModelTransformation"},
      {34735, -1, -1, TIFF_SHORT, FIELD_CUSTOM, 1, 1, (char *)"GeoKeyDirectory"},
      {34736, -1, -1, TIFF_DOUBLE, FIELD_CUSTOM, 1, 1, (char *)"GeoDoubleParams"},
      {34737, -1, -1, TIFF_ASCII, FIELD_CUSTOM, 1, 0, (char *)"GeoAsciiParams"},
      {42112, -1, -1, TIFF_ASCII, FIELD_CUSTOM, 1, 0, (char *)"GDALMetadata"},
      {42113, -1, -1, TIFF_ASCII, FIELD_CUSTOM, 1, 0, (char *)"GDALNoData"},
  };
  return TIFFMergeFieldInfo(file, fields, sizeof fields / sizeof fields[0]);
}

#endif
