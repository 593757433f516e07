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

/// One more or less chosen site of a row, in the count of ``deepreach_choice.holders``.
#define DEEPREACH_ONE_HOLDER ((uint64_t)1 << 32)

/// What a row is that a site alone covers.
static inline uint64_t deepreach_alone(int32_t site) {
  return DEEPREACH_ONE_HOLDER | (uint32_t)site;
}

static inline uint32_t deepreach_count(uint64_t holders) { return (uint32_t)(holders >> 32); }

/// The chosen site of a row that has one.
static inline int32_t deepreach_owner(uint64_t holders) { return (int32_t)(uint32_t)holders; }

/// Takes a site that is not chosen. Other sites whose scores change by it and which are in the
/// tournament are touched where their number is asked for.
static inline void deepreach_enter(deepreach_choice *choice, int32_t site, int32_t *touched) {
  int64_t visited = 0;
  choice->is_chosen[site] = 1;
  for (ptrdiff_t place = choice->site_starts[site]; place < choice->site_starts[site + 1];
       place++) {
    int32_t row = choice->site_rows[place];
    uint64_t before = choice->holders[row];
    if (deepreach_count(before) == 0) {
      double value = choice->values[row];
      ptrdiff_t end = choice->row_starts[row + 1];
      for (ptrdiff_t other = choice->row_starts[row]; other < end; other++)
        choice->scores[choice->row_sites[other]] -= value;
      choice->scores[site] += value;
      visited += end - choice->row_starts[row];
    } else if (deepreach_count(before) == 1) {
      int32_t owner = deepreach_owner(before);
      choice->scores[owner] -= choice->values[row];
      if (touched) deepreach_touch(choice, touched, owner);
    }
    choice->holders[row] = (before + DEEPREACH_ONE_HOLDER) ^ (uint32_t)site;
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
    uint64_t after = (choice->holders[row] - DEEPREACH_ONE_HOLDER) ^ (uint32_t)site;
    choice->holders[row] = after;
    if (deepreach_count(after) == 0) {
      double value = choice->values[row];
      ptrdiff_t end = choice->row_starts[row + 1];
      for (ptrdiff_t other = choice->row_starts[row]; other < end; other++)
        choice->scores[choice->row_sites[other]] += value;
      choice->scores[site] -= value;
      visited += end - choice->row_starts[row];
    } else if (deepreach_count(after) == 1) {
      int32_t owner = deepreach_owner(after);
      choice->scores[owner] += choice->values[row];
      if (touched) deepreach_touch(choice, touched, owner);
    }
    visited++;
  }
  choice->visited += visited;
}

/// Rows that are looked at together.
#define DEEPREACH_BATCH 64

/// Notes which of the next rows of a site, from `place` on, are held as wanted in the bits of a mask; gives how many.
/// What a row holds cannot be foreseen: there is no branch on it.
static inline int32_t deepreach_find(
    const deepreach_choice *choice, ptrdiff_t *place, ptrdiff_t end, uint64_t mask, uint64_t wanted,
    int32_t *found) {
  ptrdiff_t next = *place;
  ptrdiff_t stop = end - next < DEEPREACH_BATCH ? end : next + DEEPREACH_BATCH;
  int32_t count = 0;
  for (; next < stop; next++) {
    int32_t row = choice->site_rows[next];
    found[count] = row;
    count += (choice->holders[row] & mask) == wanted;
  }
  *place = next;
  return count;
}

/// By how much the value would change if a site that is not chosen came for one that is.
static inline double deepreach_exchange(
    deepreach_choice *choice, int32_t site, int32_t partner) {
  double shared = 0;
  uint64_t alone = deepreach_alone(partner);
  ptrdiff_t place = choice->site_starts[site];
  ptrdiff_t end = choice->site_starts[site + 1];
  choice->visited += end - place;
  int32_t found[DEEPREACH_BATCH];
  while (place < end) {
    int32_t count = deepreach_find(choice, &place, end, UINT64_MAX, alone, found);
    for (int32_t index = 0; index < count; index++) shared += choice->values[found[index]];
  }
  return choice->scores[site] + shared - choice->scores[partner];
}

#endif
