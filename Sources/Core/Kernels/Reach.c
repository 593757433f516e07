#include "VectorClones.h"
#include "include/Covering.h"

#pragma STDC FP_CONTRACT OFF

enum { LANES = 8 };

// Which rows are split is as good as random: no branches. Sums in a fixed number of lanes are the same at every
// vector level.
VECTOR_CLONES
void deepreach_reach(
    const double *cover, const double *multipliers, const double *ease, const double *weights,
    size_t count, double layer_multiplier, double scale, double *sums) {
  double reached[LANES] = {0}, slope[LANES] = {0};
  size_t whole = count - count % LANES;
  for (size_t row = 0; row < whole; row += LANES) {
    for (int lane = 0; lane < LANES; lane++) {
      double weight = weights[row + lane];
      double step = ease[row + lane] * scale;
      double share = cover[row + lane] + (layer_multiplier * weight - multipliers[row + lane]) * step;
      double within = share < 0 ? 0 : share > 1 ? 1 : share;
      reached[lane] += weight * within;
      slope[lane] += share == within ? weight * weight * step : 0;
    }
  }
  for (size_t row = whole; row < count; row++) {
    double weight = weights[row];
    double step = ease[row] * scale;
    double share = cover[row] + (layer_multiplier * weight - multipliers[row]) * step;
    double within = share < 0 ? 0 : share > 1 ? 1 : share;
    reached[0] += weight * within;
    slope[0] += share == within ? weight * weight * step : 0;
  }
  for (int lane = 1; lane < LANES; lane++) {
    reached[0] += reached[lane];
    slope[0] += slope[lane];
  }
  sums[0] = reached[0];
  sums[1] = slope[0];
}

INLINE void step_row(
    const deepreach_rows *rows, size_t row, deepreach_row_step step, int is_bounded,
    double *moved) {
  double old = rows->current[row];
  double size = rows->steps[row] * step.scale;
  double cover = rows->cover[row];
  double moved_to = old + size * (rows->wanted[row] - cover);
  double open = moved_to > 0 ? moved_to : 0;
  double limit = step.layer_multiplier * rows->weights[row];
  double most = limit > rows->limits[row] ? limit : rows->limits[row];
  double left = old - size * cover;
  // A row whose multiplier is at its limit is covered in part or not at all.
  double beyond = is_bounded || left < most ? most : left;
  double next = open > most ? beyond : open;
  double change = next - old;
  rows->next[row] = next;
  *moved += change * change / size;
  rows->current[row] = (1 - step.anchor) * (2 * next - old) + step.anchor * rows->start[row];
}

INLINE double step_rows(
    const deepreach_rows *rows, size_t first, size_t end, deepreach_row_step step, int is_bounded) {
  double moved[LANES] = {0};
  size_t row = first;
  for (; row + LANES <= end; row += LANES)
    for (int lane = 0; lane < LANES; lane++)
      step_row(rows, row + lane, step, is_bounded, &moved[lane]);
  for (; row < end; row++) step_row(rows, row, step, is_bounded, &moved[0]);
  for (int lane = 1; lane < LANES; lane++) moved[0] += moved[lane];
  return moved[0];
}

VECTOR_CLONES
double deepreach_step_rows(
    const deepreach_rows *rows, size_t first, size_t end, deepreach_row_step step) {
  deepreach_rows local = *rows;
  return step.is_bounded ? step_rows(&local, first, end, step, 1)
                         : step_rows(&local, first, end, step, 0);
}
