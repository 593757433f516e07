#include "include/Covering.h"

#include <math.h>

#include "CoveringMoves.h"

#pragma STDC FP_CONTRACT OFF

static double key(const deepreach_choice *choice, int32_t site) {
  return choice->scores[site] / choice->prices[site];
}

static int32_t winner(const deepreach_choice *choice, int32_t one, int32_t other) {
  if (one < 0) return other;
  if (other < 0) return one;
  // The left branch has the lower indices.
  return key(choice, other) < key(choice, one) ? other : one;
}

static void climb(deepreach_choice *choice, int32_t site) {
  int32_t node = choice->leaves + site;
  int32_t *tournament = choice->tournament;
  tournament[node] = choice->is_chosen[site] ? site : -1;
  for (node >>= 1; node >= 1; node >>= 1) {
    int32_t before = tournament[node];
    tournament[node] = winner(choice, tournament[2 * node], tournament[2 * node + 1]);
    // Another site still wins: nothing changes above.
    if (tournament[node] == before && before != site) break;
  }
}

static void settle(deepreach_choice *choice, int32_t count) {
  for (int32_t index = 0; index < count; index++) {
    int32_t site = choice->touched[index];
    choice->is_touched[site] = 0;
    climb(choice, site);
  }
}

void deepreach_choose(deepreach_choice *choice, int32_t site) {
  int32_t touched = 0;
  deepreach_touch(choice, &touched, site);
  deepreach_enter(choice, site, &touched);
  settle(choice, touched);
}

void deepreach_unchoose(deepreach_choice *choice, int32_t site) {
  int32_t touched = 0;
  deepreach_touch(choice, &touched, site);
  deepreach_leave(choice, site, &touched);
  settle(choice, touched);
}

void deepreach_order(deepreach_choice *choice, int32_t sites) {
  int32_t *tournament = choice->tournament;
  int32_t leaves = choice->leaves;
  for (int32_t leaf = 0; leaf < leaves; leaf++)
    tournament[leaves + leaf] = leaf < sites && choice->is_chosen[leaf] ? leaf : -1;
  for (int32_t node = leaves - 1; node >= 1; node--)
    tournament[node] = winner(choice, tournament[2 * node], tournament[2 * node + 1]);
}

int32_t deepreach_least_chosen(deepreach_choice *choice, int32_t besides) {
  int32_t *tournament = choice->tournament;
  if (besides < 0 || !choice->is_chosen[besides] || tournament[1] != besides) return tournament[1];
  // The winner without one leaf: the best of the siblings on its way up.
  int32_t best = -1;
  for (int32_t node = choice->leaves + besides; node > 1; node >>= 1) {
    int32_t sibling = tournament[node ^ 1];
    if (sibling < 0) continue;
    if (best < 0 || key(choice, sibling) < key(choice, best) ||
        (key(choice, sibling) == key(choice, best) && sibling < best))
      best = sibling;
  }
  return best;
}

double deepreach_swap_change(deepreach_choice *choice, int32_t site, int32_t partner) {
  return deepreach_exchange(choice, site, partner);
}

/// The count of a row's holders, whoever they are.
#define ANY_OWNER ((uint64_t)UINT32_MAX << 32)

/// Adds up what each chosen site alone covers of a site's rows, in four sums that take turns, as one would wait for
/// itself; gives how many such sites were touched.
static int32_t share(deepreach_choice *choice, int32_t site, int32_t touched) {
  ptrdiff_t place = choice->site_starts[site];
  ptrdiff_t end = choice->site_starts[site + 1];
  choice->visited += end - place;
  int32_t found[DEEPREACH_BATCH];
  while (place < end) {
    int32_t count =
        deepreach_find(choice, &place, end, ANY_OWNER, DEEPREACH_ONE_HOLDER, found);
    for (int32_t index = 0; index < count; index++) {
      int32_t owner = deepreach_owner(choice->holders[found[index]]);
      deepreach_touch(choice, &touched, owner);
      choice->shared[4 * (ptrdiff_t)owner + (index & 3)] += choice->values[found[index]];
    }
  }
  return touched;
}

int32_t deepreach_best_partner(
    deepreach_choice *choice, int32_t site, double room, double *change) {
  int32_t touched = 0;
  int32_t least = choice->tournament[1];
  if (least >= 0) deepreach_touch(choice, &touched, least);
  touched = share(choice, site, touched);
  int32_t best = -1;
  double most = -INFINITY;
  for (int32_t index = 0; index < touched; index++) {
    int32_t owner = choice->touched[index];
    choice->is_touched[owner] = 0;
    double *shared = choice->shared + 4 * (ptrdiff_t)owner;
    double gain = (shared[0] + shared[1]) + (shared[2] + shared[3]) - choice->scores[owner];
    shared[0] = shared[1] = shared[2] = shared[3] = 0;
    if (gain > most && choice->prices[site] - choice->prices[owner] <= room) {
      most = gain;
      best = owner;
    }
  }
  *change = choice->scores[site] + most;
  return best;
}

void deepreach_revalue(deepreach_choice *choice, int32_t row, double change) {
  int32_t touched = 0;
  ptrdiff_t end = choice->row_starts[row + 1];
  if (deepreach_count(choice->holders[row]) == 0) {
    for (ptrdiff_t other = choice->row_starts[row]; other < end; other++)
      choice->scores[choice->row_sites[other]] += change;
    choice->visited += end - choice->row_starts[row];
  } else if (deepreach_count(choice->holders[row]) == 1) {
    int32_t owner = deepreach_owner(choice->holders[row]);
    choice->scores[owner] += change;
    deepreach_touch(choice, &touched, owner);
  }
  settle(choice, touched);
  choice->visited++;
}
