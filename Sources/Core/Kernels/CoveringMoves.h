#ifndef DEEPREACH_COVERING_MOVES_H
#define DEEPREACH_COVERING_MOVES_H

#include "include/Covering.h"

#pragma STDC FP_CONTRACT OFF

/// Notes once that a site's place in the tournament may have changed.
static inline void deepreach_touch(deepreach_choice *choice, int32_t *count, int32_t site) {
  if (choice->is_touched[site]) return;
  choice->is_touched[site] = 1;
  choice->touched[(*count)++] = site;
}

/// Takes a site that is not chosen. Other sites whose scores change by it and which are in the
/// tournament are touched where their number is asked for.
static inline void deepreach_enter(deepreach_choice *choice, int32_t site, int32_t *touched) {
  int64_t visited = 0;
  choice->is_chosen[site] = 1;
  for (ptrdiff_t place = choice->site_starts[site]; place < choice->site_starts[site + 1];
       place++) {
    int32_t row = choice->site_rows[place];
    double value = choice->values[row];
    int32_t before = choice->counts[row]++;
    if (before == 0) {
      ptrdiff_t end = choice->row_starts[row + 1];
      for (ptrdiff_t other = choice->row_starts[row]; other < end; other++)
        choice->scores[choice->row_sites[other]] -= value;
      choice->scores[site] += value;
      visited += end - choice->row_starts[row];
    } else if (before == 1) {
      int32_t owner = choice->owners[row];
      choice->scores[owner] -= value;
      if (touched) deepreach_touch(choice, touched, owner);
    }
    choice->owners[row] ^= site;
    visited++;
  }
  choice->visited += visited;
}

/// Gives up a site that is chosen, likewise.
static inline void deepreach_leave(deepreach_choice *choice, int32_t site, int32_t *touched) {
  int64_t visited = 0;
  choice->is_chosen[site] = 0;
  for (ptrdiff_t place = choice->site_starts[site]; place < choice->site_starts[site + 1];
       place++) {
    int32_t row = choice->site_rows[place];
    double value = choice->values[row];
    int32_t after = --choice->counts[row];
    choice->owners[row] ^= site;
    if (after == 0) {
      ptrdiff_t end = choice->row_starts[row + 1];
      for (ptrdiff_t other = choice->row_starts[row]; other < end; other++)
        choice->scores[choice->row_sites[other]] += value;
      choice->scores[site] -= value;
      visited += end - choice->row_starts[row];
    } else if (after == 1) {
      int32_t owner = choice->owners[row];
      choice->scores[owner] += value;
      if (touched) deepreach_touch(choice, touched, owner);
    }
    visited++;
  }
  choice->visited += visited;
}

/// By how much the value would change if a site that is not chosen came for one that is.
static inline double deepreach_exchange(
    deepreach_choice *choice, int32_t site, int32_t partner) {
  double shared = 0;
  ptrdiff_t end = choice->site_starts[site + 1];
  for (ptrdiff_t place = choice->site_starts[site]; place < end; place++) {
    int32_t row = choice->site_rows[place];
    if (choice->counts[row] == 1 && choice->owners[row] == partner) shared += choice->values[row];
  }
  choice->visited += end - choice->site_starts[site];
  return choice->scores[site] + shared - choice->scores[partner];
}

#endif
