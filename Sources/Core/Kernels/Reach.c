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

// Likewise which sites are split.
VECTOR_CLONES
void deepreach_spend(
    const double *shares, const double *steps, const double *prices, size_t count, double rate,
    double scale, double *sums) {
  double spent[LANES] = {0}, slope[LANES] = {0};
  size_t whole = count - count % LANES;
  for (size_t site = 0; site < count; site++) {
    int lane = site < whole ? (int)(site % LANES) : 0;
    double price = prices[site];
    double step = steps[site] * scale * price;
    double share = shares[site] - rate * step;
    double within = share < 0 ? 0 : share > 1 ? 1 : share;
    spent[lane] += price * within;
    slope[lane] += share == within ? price * step : 0;
  }
  for (int lane = 1; lane < LANES; lane++) {
    spent[0] += spent[lane];
    slope[0] += slope[lane];
  }
  sums[0] = spent[0];
  sums[1] = slope[0];
}

INLINE void reflect_site(
    const deepreach_sites *sites, size_t site, double rate, double scale, double anchor,
    double *moved) {
  double step = sites->steps[site] * scale;
  double open = sites->shares[site] - rate * step * sites->prices[site];
  double next = open < 0 ? 0 : open > 1 ? 1 : open;
  double old = sites->current[site];
  double change = next - old;
  sites->shares[site] = next;
  sites->extrapolated[site] = 2 * next - old;
  *moved += step > 0 ? change * change / step : 0;
  sites->current[site] = (1 - anchor) * (2 * next - old) + anchor * sites->start[site];
}

VECTOR_CLONES
double deepreach_reflect_sites(
    const deepreach_sites *sites, size_t count, double rate, double scale, double anchor) {
  deepreach_sites local = *sites;
  double moved[LANES] = {0};
  size_t site = 0;
  for (; site + LANES <= count; site += LANES)
    for (int lane = 0; lane < LANES; lane++)
      reflect_site(&local, site + lane, rate, scale, anchor, &moved[lane]);
  for (; site < count; site++) reflect_site(&local, site, rate, scale, anchor, &moved[0]);
  for (int lane = 1; lane < LANES; lane++) moved[0] += moved[lane];
  return moved[0];
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
