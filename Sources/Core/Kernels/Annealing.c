#include <math.h>

#include "CoveringMoves.h"

#pragma STDC FP_CONTRACT OFF

static uint64_t next(uint64_t *state) {
  *state += 0x9E3779B97F4A7C15u;
  uint64_t mixed = *state;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
  return mixed ^ (mixed >> 31);
}

static int32_t group_of(const deepreach_annealing *annealing, int32_t site) {
  return annealing->group_of_site ? annealing->group_of_site[site] : -1;
}

/// The chosen site that is to go for one that comes: its mate, else three times of four one that
/// alone covers a row of it; -1 for none. `bits` are random ones.
static int32_t partner_of(
    const deepreach_choice *choice, const deepreach_annealing *annealing, int32_t site,
    uint64_t bits) {
  int32_t group = group_of(annealing, site);
  if (group >= 0 && annealing->chosen_of_group[group] >= 0)
    return annealing->chosen_of_group[group];
  ptrdiff_t start = choice->site_starts[site];
  uint64_t count = (uint64_t)(choice->site_starts[site + 1] - start);
  if ((bits & 3) == 0 || count == 0) return -1;
  int32_t row = choice->site_rows[start + (ptrdiff_t)(((bits >> 8 & 0xFFFF) * count) >> 16)];
  uint64_t holders = choice->holders[row];
  return deepreach_count(holders) == 1 ? deepreach_owner(holders) : -1;
}

static int is_accepted(deepreach_annealing *annealing, double change) {
  if (change >= 0) return 1;
  // What is accepted once in a billion times is not worth a logarithm.
  if (change < -20 * annealing->heat) return 0;
  double mark = ((double)(next(&annealing->random) >> 11) + 0.5) * 0x1p-53;
  return change >= annealing->heat * log(mark);
}

static void drop(deepreach_choice *choice, deepreach_annealing *annealing, int32_t site) {
  int32_t group = group_of(annealing, site);
  if (group >= 0) annealing->chosen_of_group[group] = -1;
  annealing->value -= choice->scores[site];
  deepreach_leave(choice, site, NULL);
}

static void add(deepreach_choice *choice, deepreach_annealing *annealing, int32_t site) {
  int32_t group = group_of(annealing, site);
  if (group >= 0) annealing->chosen_of_group[group] = site;
  annealing->value += choice->scores[site];
  deepreach_enter(choice, site, NULL);
}

static void step(
    deepreach_choice *choice, deepreach_annealing *annealing, int32_t first, uint64_t count) {
  uint64_t bits = next(&annealing->random);
  int32_t site = annealing->pool[first + (int32_t)(((bits >> 32) * count) >> 32)];
  double beyond = annealing->value - annealing->wanted;
  double rate = annealing->rate * (1 + annealing->slope * beyond);
  if (rate < 0) rate = 0;
  double cost = rate * choice->prices[site];
  if (choice->is_chosen[site]) {
    if (is_accepted(annealing, cost - choice->scores[site])) drop(choice, annealing, site);
    return;
  }
  int32_t partner = partner_of(choice, annealing, site, bits);
  double change =
      partner < 0 ? choice->scores[site] - cost
                  : deepreach_exchange(choice, site, partner) - cost +
                        rate * choice->prices[partner];
  if (!is_accepted(annealing, change)) return;
  if (partner >= 0) drop(choice, annealing, partner);
  add(choice, annealing, site);
}

void deepreach_anneal(
    deepreach_choice *choice, deepreach_annealing *annealing, int32_t window, int32_t sweeps) {
  for (int32_t first = 0; first < annealing->pool_count; first += window) {
    int32_t left = annealing->pool_count - first;
    int32_t count = left < window ? left : window;
    for (int64_t left = (int64_t)count * sweeps; left > 0; left--)
      step(choice, annealing, first, (uint64_t)count);
  }
}
