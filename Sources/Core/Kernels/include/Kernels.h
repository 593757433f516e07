#ifndef DEEPREACH_KERNELS_H
#define DEEPREACH_KERNELS_H

#include <stddef.h>
#include <stdint.h>

#include "Covering.h"

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
/// `mask` writes 1 for cells within it and 0 for others. The other three count cells within it: `add`
/// raises their counters and returns how many were 0; `remove` lowers them and returns how many become
/// 0; `gain` tells what `add` would return. A counter that reaches 65535 stays there.
void deepreach_contour_mask(uint16_t *mask, size_t count, deepreach_row row,
                            deepreach_table contour, const deepreach_direction *boresights,
                            int32_t sectors);
int32_t deepreach_contour_add(uint16_t *counts, size_t count, deepreach_row row,
                              deepreach_table contour, const deepreach_direction *boresights,
                              int32_t sectors);
int32_t deepreach_contour_remove(uint16_t *counts, size_t count, deepreach_row row,
                                 deepreach_table contour, const deepreach_direction *boresights,
                                 int32_t sectors);
int32_t deepreach_contour_gain(const uint16_t *counts, size_t count, deepreach_row row,
                               deepreach_table contour, const deepreach_direction *boresights,
                               int32_t sectors);

/// Heights on a regular grid of square cells: row-major, rows counted northward; NaN is unknown.
/// At least two columns and two rows, fewer than 2^31 cells. `clutter`, the height of what stands on
/// the ground, may be null.
typedef struct {
  const float *terrain;
  const float *clutter;
  int32_t columns;
  int32_t rows;
} deepreach_ground;

/// Points at equal steps: point i of 0 to `intervals` lies at (`column` + i `column_step`,
/// `row` + i `row_step`), counted in cells from the centre of cell (0, 0).
typedef struct {
  double column;
  double row;
  double column_step;
  double row_step;
  int32_t intervals;
} deepreach_ray;

/// Over all points of a ray: the heights h, i h, and the heights with clutter. NaN where one is unknown.
typedef struct {
  double terrain;
  double moment;
  double surface;
} deepreach_ray_sums;

/// Two antennas above the sea over `intervals` equal steps of an earth that bulges by `bulge` i
/// (`intervals` - i) metres over the chord at point i. `inverse_start`[i] is 1/i and `inverse_end`[i]
/// 1/(`intervals` - i) at the inner points.
typedef struct {
  double transmitter;
  double receiver;
  double bulge;
  const double *inverse_start;
  const double *inverse_end;
  int32_t intervals;
} deepreach_sight;

/// Bullington's points: steepest slopes from either antenna in metres a step, and the largest signed
/// h^2/(i (intervals - i)) of a height h above the ray.
typedef struct {
  double transmitter_slope;
  double receiver_slope;
  double clearance;
} deepreach_edges;

/// The same with the first points that reach them; then, for a flat earth, the largest height above the
/// chord and its steepest rise from either end.
typedef struct {
  deepreach_edges edges;
  double obstruction;
  double obstruction_start;
  double obstruction_end;
  int32_t transmitter_index;
  int32_t receiver_index;
  int32_t closest_index;
} deepreach_extremes;

/// Doubles beyond the last point of a ray that the kernels may read or, in `deepreach_sample`, write.
enum { deepreach_ray_padding = 16 };

/// Heights along a ray, between the four cells round each point; the surface adds the clutter of the
/// cell a point lies in and is left alone without clutter. The ray stays between the centres of the
/// outer cells, but for rounding.
deepreach_ray_sums deepreach_sample(double *terrain, double *surface, deepreach_ray ray,
                                    deepreach_ground ground);

/// Horizons and obstructions at the inner points of a ray.
deepreach_extremes deepreach_find_extremes(const double *terrain, deepreach_sight sight);

/// Bullington's points alone.
deepreach_edges deepreach_find_edges(const double *surface, deepreach_sight sight);

/// Largest clearance of the points `first` to `last` where the ground is at the sea's level.
double deepreach_smooth_clearance(deepreach_sight sight, int32_t first, int32_t last);

/// Largest height of the points `first` to `last` above the line `base` + i `slope`.
double deepreach_largest_rise(const double *terrain, int32_t first, int32_t last, double base,
                              double slope);

/// As the functions without the suffix, held to the processor's lowest vector level, for comparison.
deepreach_ray_sums deepreach_sample_baseline(double *terrain, double *surface, deepreach_ray ray,
                                             deepreach_ground ground);
deepreach_extremes deepreach_find_extremes_baseline(const double *terrain, deepreach_sight sight);
deepreach_edges deepreach_find_edges_baseline(const double *surface, deepreach_sight sight);

#endif
