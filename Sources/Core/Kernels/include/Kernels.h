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

/// A piece of a raster row as a site sees it: its cell i is cell c = `first` + i of the row, and lies at
/// (`east` + c `east_step`, `north` + c `north_step`) metres from the site's foot. So a cell has the
/// same bits in whatever piece it comes.
typedef struct {
  float east;
  float north;
  float east_step;
  float north_step;
  int32_t first;
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

// Sectors: antennas that face one way, with the horizontal pattern of TR 38.901 Table 7.3-1.

/// Where a sector faces: a unit vector east and north.
typedef struct {
  float east;
  float north;
} deepreach_direction;

/// The antennas of one site. No boresight at all: the same in every direction.
typedef struct {
  const deepreach_direction *boresights;
  int32_t sectors;
  /// 12 / (horizontal beamwidth in radians)^2, dB.
  float curvature;
  /// Largest loss of pattern, horizontal and vertical together, dB.
  float most;
} deepreach_antenna;

/// What a site's sectors put on the cells of a row, sector by sector: `level` is the SS-RSRP in dBm
/// on the boresight, `vertical` the pattern's loss by elevation, both against distance at one step.
/// The strongest sector so far is kept in `best` and `server` (`first_server` + sector; the earlier
/// stays at equal values), and every sector's power is added to `total`, in units of 1e-10 mW.
void deepreach_receive(float *best, int32_t *server, float *total, size_t count, deepreach_row row,
                       deepreach_table level, deepreach_table vertical, deepreach_antenna antenna,
                       int32_t first_server);

/// Takes the power that `deepreach_receive` added off `total` again; never below 0.
void deepreach_withdraw(float *total, size_t count, deepreach_row row, deepreach_table level,
                        deepreach_table vertical, deepreach_antenna antenna);

/// SS-SINR in dB: best over noise and `load` times what `total` holds besides, noise in 1e-10 mW.
void deepreach_sinr(float *sinr, const float *best, const float *total, size_t count, float noise,
                    float load);

/// A contour of service: radius in metres against 1 - cos(angle to the nearest boresight), 0 to 2.
/// Each of the three counts cells within it. `add` raises their counters and returns how many were 0;
/// `remove` lowers them and returns how many become 0; `gain` tells what `add` would return.
int32_t deepreach_contour_add(uint16_t *counts, size_t count, deepreach_row row,
                              deepreach_table contour, const deepreach_direction *boresights,
                              int32_t sectors);
int32_t deepreach_contour_remove(uint16_t *counts, size_t count, deepreach_row row,
                                 deepreach_table contour, const deepreach_direction *boresights,
                                 int32_t sectors);
int32_t deepreach_contour_gain(const uint16_t *counts, size_t count, deepreach_row row,
                               deepreach_table contour, const deepreach_direction *boresights,
                               int32_t sectors);

#endif
