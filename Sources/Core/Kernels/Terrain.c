#include "Kernels.h"
#include "VectorClones.h"

#include <math.h>

// See Rows.c: the results must not depend on the vector level.
#pragma STDC FP_CONTRACT OFF

// How a vector is passed depends on the level, but every function that takes one is inlined.
#pragma clang diagnostic ignored "-Wpsabi"

// Eight lanes on every level: a sum's order, and with it its bits, follows from the lanes.
// Cloned functions call others by scalars and pointers only: a vector argument's form would depend on
// the level, and the compiler refuses it even where the call is inlined.
enum { LANES = 8 };
typedef double doubles __attribute__((ext_vector_type(8)));
typedef doubles loose_doubles __attribute__((aligned(8)));
typedef int32_t ints __attribute__((ext_vector_type(8)));
typedef float floats __attribute__((ext_vector_type(8)));
typedef float float_pairs __attribute__((ext_vector_type(16)));
typedef uint64_t packed_pairs __attribute__((ext_vector_type(8)));
typedef uint64_t packed_pair __attribute__((aligned(4), may_alias));

static const doubles LANE = {0, 1, 2, 3, 4, 5, 6, 7};

INLINE doubles load(const double *from) { return *(const loose_doubles *)from; }

INLINE doubles larger(doubles one, doubles other) { return one > other ? one : other; }

INLINE doubles smaller(doubles one, doubles other) { return one < other ? one : other; }

INLINE doubles magnitude(doubles x) { return __builtin_elementwise_abs(x); }

INLINE double total(doubles x) {
  return ((x[0] + x[4]) + (x[2] + x[6])) + ((x[1] + x[5]) + (x[3] + x[7]));
}

INLINE double largest(doubles x) {
  double best = x[0];
  for (int lane = 1; lane < LANES; lane++) best = x[lane] > best ? x[lane] : best;
  return best;
}

/// The lowest of the indices that hold the largest value.
INLINE int32_t first_largest(doubles values, doubles indices, double best) {
  doubles held = values == best ? indices : (doubles)(1e300);
  double first = held[0];
  for (int lane = 1; lane < LANES; lane++) first = held[lane] < first ? held[lane] : first;
  return (int32_t)first;
}

INLINE doubles gather(const float *values, ints index) {
  floats found;
  for (int lane = 0; lane < LANES; lane++) found[lane] = values[(uint32_t)index[lane]];
  return __builtin_convertvector(found, doubles);
}

/// The values at some indices and at the next ones, by one load for both.
INLINE void gather_pairs(const float *values, ints index, doubles *first, doubles *second) {
  packed_pairs packed;
  for (int lane = 0; lane < LANES; lane++)
    packed[lane] = *(const packed_pair *)(values + (uint32_t)index[lane]);
  float_pairs found = (float_pairs)packed;
  floats even = __builtin_shufflevector(found, found, 0, 2, 4, 6, 8, 10, 12, 14);
  floats odd = __builtin_shufflevector(found, found, 1, 3, 5, 7, 9, 11, 13, 15);
  *first = __builtin_convertvector(even, doubles);
  *second = __builtin_convertvector(odd, doubles);
}

INLINE ints whole(doubles x, doubles last) {
  return __builtin_convertvector(smaller(larger(x, (doubles)(0.0)), last), ints);
}

INLINE deepreach_ray_sums sample(double *restrict terrain, double *restrict surface,
                                 deepreach_ray ray, deepreach_ground ground, int has_clutter) {
  const doubles no = (doubles)(0.0);
  doubles last_column = (doubles)(double)(ground.columns - 1);
  doubles last_row = (doubles)(double)(ground.rows - 1);
  doubles sum = no, moment = no, surface_sum = no;
  for (int32_t first = 0; first <= ray.intervals; first += LANES) {
    doubles at = (double)first + LANE;
    doubles column = ray.column + at * ray.column_step;
    doubles row = ray.row + at * ray.row_step;
    ints west = whole(column, last_column - 1.0);
    ints south = whole(row, last_row - 1.0);
    doubles east_share = column - __builtin_convertvector(west, doubles);
    doubles north_share = row - __builtin_convertvector(south, doubles);
    ints corner = south * ground.columns + west;
    doubles near_west, near_east, far_west, far_east;
    gather_pairs(ground.terrain, corner, &near_west, &near_east);
    gather_pairs(ground.terrain + ground.columns, corner, &far_west, &far_east);
    doubles near = near_west + east_share * (near_east - near_west);
    doubles far = far_west + east_share * (far_east - far_west);
    doubles height = near + north_share * (far - near);
    *(loose_doubles *)(terrain + first) = height;
    doubles top = height;
    if (has_clutter) {
      ints cell = whole(row + 0.5, last_row) * ground.columns + whole(column + 0.5, last_column);
      top = height + gather(ground.clutter, cell);
      *(loose_doubles *)(surface + first) = top;
    }
    if (first + LANES - 1 > ray.intervals) {
      height = at <= (double)ray.intervals ? height : no;
      top = at <= (double)ray.intervals ? top : no;
    }
    sum += height;
    moment += at * height;
    if (has_clutter) surface_sum += top;
  }
  double plain = total(sum);
  return (deepreach_ray_sums){plain, total(moment), has_clutter ? total(surface_sum) : plain};
}

INLINE deepreach_ray_sums sample_any(double *terrain, double *surface, deepreach_ray ray,
                                     deepreach_ground ground) {
  return ground.clutter ? sample(terrain, surface, ray, ground, 1)
                        : sample(terrain, surface, ray, ground, 0);
}

VECTOR_CLONES
deepreach_ray_sums deepreach_sample(double *terrain, double *surface, deepreach_ray ray,
                                    deepreach_ground ground) {
  return sample_any(terrain, surface, ray, ground);
}

deepreach_ray_sums deepreach_sample_baseline(double *terrain, double *surface, deepreach_ray ray,
                                             deepreach_ground ground) {
  return sample_any(terrain, surface, ray, ground);
}

/// Where a block of points lies, and what a ray sees there.
typedef struct {
  doubles at;
  doubles chord;
  doubles bulge;
  doubles from_start;
  doubles from_end;
} block;

INLINE block block_at(deepreach_sight sight, int32_t first, double line) {
  doubles at = (double)first + LANE;
  doubles bulge = sight.bulge * at * ((double)sight.intervals - at);
  return (block){at, sight.transmitter + line * at, bulge, load(sight.inverse_start + first),
                 load(sight.inverse_end + first)};
}

/// Values of the points up to `last` of a block; beyond them nothing counts.
INLINE doubles only(doubles values, doubles at, int32_t last, int partial) {
  return partial ? (at <= (double)last ? values : (doubles)(-INFINITY)) : values;
}

INLINE doubles clearance_of(doubles above, block here) {
  return above * magnitude(above) * here.from_start * here.from_end;
}

typedef struct {
  doubles rise, rise_at, back, back_at, clearance, clearance_at;
  doubles obstruction, obstruction_start, obstruction_end;
} extremes_lanes;

INLINE void keep(doubles *best, doubles *best_at, doubles value, doubles at) {
  *best_at = value > *best ? at : *best_at;
  *best = value > *best ? value : *best;
}

INLINE void extremes_block(extremes_lanes *best, const double *terrain, deepreach_sight sight,
                           double line, int32_t first, int partial) {
  int32_t last = sight.intervals - 1;
  block here = block_at(sight, first, line);
  doubles height = load(terrain + first);
  doubles top = height + here.bulge;
  doubles rise = (top - sight.transmitter) * here.from_start;
  doubles back = (top - sight.receiver) * here.from_end;
  doubles clearance = clearance_of(top - here.chord, here);
  doubles above = height - here.chord;
  keep(&best->rise, &best->rise_at, only(rise, here.at, last, partial), here.at);
  keep(&best->back, &best->back_at, only(back, here.at, last, partial), here.at);
  keep(&best->clearance, &best->clearance_at, only(clearance, here.at, last, partial), here.at);
  doubles start = above * here.from_start;
  doubles end = above * here.from_end;
  best->obstruction = larger(only(above, here.at, last, partial), best->obstruction);
  best->obstruction_start = larger(only(start, here.at, last, partial), best->obstruction_start);
  best->obstruction_end = larger(only(end, here.at, last, partial), best->obstruction_end);
}

INLINE deepreach_extremes find_extremes(const double *terrain, deepreach_sight sight) {
  const doubles none = (doubles)(-INFINITY);
  const doubles one = (doubles)(1.0);
  double line = (sight.receiver - sight.transmitter) / sight.intervals;
  extremes_lanes best = {none, one, none, one, none, one, none, none, none};
  int32_t first = 1;
  for (; first + LANES <= sight.intervals; first += LANES)
    extremes_block(&best, terrain, sight, line, first, 0);
  if (first < sight.intervals) extremes_block(&best, terrain, sight, line, first, 1);
  deepreach_edges edges = {largest(best.rise), largest(best.back), largest(best.clearance)};
  return (deepreach_extremes){
      edges,
      largest(best.obstruction),
      largest(best.obstruction_start),
      largest(best.obstruction_end),
      first_largest(best.rise, best.rise_at, edges.transmitter_slope),
      first_largest(best.back, best.back_at, edges.receiver_slope),
      first_largest(best.clearance, best.clearance_at, edges.clearance)};
}

VECTOR_CLONES
deepreach_extremes deepreach_find_extremes(const double *terrain, deepreach_sight sight) {
  return find_extremes(terrain, sight);
}

deepreach_extremes deepreach_find_extremes_baseline(const double *terrain, deepreach_sight sight) {
  return find_extremes(terrain, sight);
}

typedef struct {
  doubles rise, back, clearance;
} edges_lanes;

INLINE void edges_block(edges_lanes *best, const double *surface, deepreach_sight sight,
                        double line, int32_t first, int partial) {
  int32_t last = sight.intervals - 1;
  block here = block_at(sight, first, line);
  doubles top = load(surface + first) + here.bulge;
  doubles rise = (top - sight.transmitter) * here.from_start;
  doubles back = (top - sight.receiver) * here.from_end;
  doubles clearance = clearance_of(top - here.chord, here);
  best->rise = larger(only(rise, here.at, last, partial), best->rise);
  best->back = larger(only(back, here.at, last, partial), best->back);
  best->clearance = larger(only(clearance, here.at, last, partial), best->clearance);
}

INLINE deepreach_edges find_edges(const double *surface, deepreach_sight sight) {
  const doubles none = (doubles)(-INFINITY);
  double line = (sight.receiver - sight.transmitter) / sight.intervals;
  edges_lanes best = {none, none, none};
  int32_t first = 1;
  for (; first + LANES <= sight.intervals; first += LANES)
    edges_block(&best, surface, sight, line, first, 0);
  if (first < sight.intervals) edges_block(&best, surface, sight, line, first, 1);
  return (deepreach_edges){largest(best.rise), largest(best.back), largest(best.clearance)};
}

VECTOR_CLONES
deepreach_edges deepreach_find_edges(const double *surface, deepreach_sight sight) {
  return find_edges(surface, sight);
}

deepreach_edges deepreach_find_edges_baseline(const double *surface, deepreach_sight sight) {
  return find_edges(surface, sight);
}

INLINE double smooth_clearance(deepreach_sight sight, int32_t first, int32_t last) {
  double line = (sight.receiver - sight.transmitter) / sight.intervals;
  doubles best = (doubles)(-INFINITY);
  for (int32_t from = first; from <= last; from += LANES) {
    block here = block_at(sight, from, line);
    doubles clearance = clearance_of(here.bulge - here.chord, here);
    best = larger(only(clearance, here.at, last, 1), best);
  }
  return largest(best);
}

VECTOR_CLONES
double deepreach_smooth_clearance(deepreach_sight sight, int32_t first, int32_t last) {
  return smooth_clearance(sight, first, last);
}

INLINE double largest_rise(const double *terrain, int32_t first, int32_t last, double base,
                           double slope) {
  doubles best = (doubles)(-INFINITY);
  for (int32_t from = first; from <= last; from += LANES) {
    doubles at = (double)from + LANE;
    doubles rise = load(terrain + from) - (base + slope * at);
    best = larger(only(rise, at, last, 1), best);
  }
  return largest(best);
}

VECTOR_CLONES
double deepreach_largest_rise(const double *terrain, int32_t first, int32_t last, double base,
                              double slope) {
  return largest_rise(terrain, first, last, base, slope);
}
