#ifndef DEEPREACH_KERNELS_H
#define DEEPREACH_KERNELS_H

#include <stddef.h>
#include <stdint.h>

/// A figure tabulated against horizontal distance. `values` has `count` >= 2 entries, `1/inverse_step`
/// metres apart from distance 0 on; the last two must be equal, and hold for everything beyond.
typedef struct {
  const float *values;
  int32_t count;
  float inverse_step;
} deepreach_table;

/// One row of a raster as a site sees it: cell i lies at (`east` + i `east_step`,
/// `north` + i `north_step`) metres from the site's foot.
typedef struct {
  float east;
  float north;
  float east_step;
  float north_step;
} deepreach_row;

// Every function below gives the same bits on every vector level of the processor, and takes
// pointers that do not overlap. Coordinates are finite; `count` is below 2^24.

/// best[i] = max(best[i], table(distance of cell i)).
void deepreach_raise(float *best, size_t count, deepreach_row row, deepreach_table table);

/// Two tables of the same step at once, say outdoors and indoors: one distance serves both.
void deepreach_raise_pair(float *first_best, float *second_best, size_t count, deepreach_row row,
                          deepreach_table first, deepreach_table second);

/// Best server: where table(distance) is above best[i], best[i] becomes it and server[i] `index`.
/// At equal values the earlier server stays.
void deepreach_raise_server(float *best, int32_t *server, size_t count, deepreach_row row,
                            deepreach_table table, int32_t index);

/// As `deepreach_raise`, held to the processor's lowest vector level, for comparison.
void deepreach_raise_baseline(float *best, size_t count, deepreach_row row, deepreach_table table);

#endif
