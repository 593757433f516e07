#ifndef DEEPREACH_COVERING_H
#define DEEPREACH_COVERING_H

#include <stddef.h>
#include <stdint.h>

/// A choice of sites and what it covers. The arrays are the caller's; all but the first group are
/// written to. `rows` and `sites` are compressed sparse rows both ways, `leaves` is a power of two
/// not below the number of sites.
typedef struct {
  const ptrdiff_t *_Nonnull site_starts;
  const int32_t *_Nonnull site_rows;
  const ptrdiff_t *_Nonnull row_starts;
  const int32_t *_Nonnull row_sites;
  /// What covering a row is worth.
  const double *_Nonnull values;
  const double *_Nonnull prices;
  int32_t leaves;

  /// Chosen sites of each row: how many in the upper half, the exclusive or of their indices in the lower.
  uint64_t *_Nonnull holders;
  uint8_t *_Nonnull is_chosen;
  /// Of a site that is not chosen the value of the rows it would newly cover; of one that is, of
  /// those that it alone covers.
  double *_Nonnull scores;
  /// Tournament of the chosen sites by score over price, least first: 2 leaves entries, the leaves'
  /// own in the second half; -1 where there is none.
  int32_t *_Nonnull tournament;
  /// Rooms for sites whose place in the tournament may have changed.
  int32_t *_Nonnull touched;
  uint8_t *_Nonnull is_touched;
  /// Rooms for what a site shares with each chosen one: 4 a site, all 0.
  double *_Nonnull shared;
  /// Entries visited since the caller last set it to 0.
  int64_t visited;
} deepreach_choice;

/// Chooses a site that is not chosen.
void deepreach_choose(deepreach_choice *_Nonnull choice, int32_t site);

/// Gives up a site that is chosen.
void deepreach_unchoose(deepreach_choice *_Nonnull choice, int32_t site);

/// The chosen site of the least score over price other than `besides`; of equals the lowest index;
/// -1 where there is none.
int32_t deepreach_least_chosen(deepreach_choice *_Nonnull choice, int32_t besides);

/// Puts all chosen sites of so many into the tournament, whatever was there.
void deepreach_order(deepreach_choice *_Nonnull choice, int32_t sites);

/// By how much the value of all covered rows would change if `site`, which is not chosen, came for
/// `partner`, which is.
double deepreach_swap_change(deepreach_choice *_Nonnull choice, int32_t site, int32_t partner);

/// The chosen site for which `site`, which is not chosen, comes best: of those that alone cover one of its rows, and
/// the one that `deepreach_least_chosen` gives; -1 where none frees what `site` costs.
///
/// - Parameters:
///   - room: what may be spent beside the partner's price.
///   - change: by how much the value of all covered rows would change.
int32_t deepreach_best_partner(
    deepreach_choice *_Nonnull choice, int32_t site, double room, double *_Nonnull change);

/// Changes what a row is worth by `change`, which the caller has already done in `values`.
void deepreach_revalue(deepreach_choice *_Nonnull choice, int32_t row, double change);

/// Annealing of a choice in which every site costs its price at a rate.
typedef struct {
  /// Sites that may come or go.
  const int32_t *_Nonnull pool;
  int32_t pool_count;
  /// Exclusive group of each site, -1 for none, and the chosen site of each group, -1 for none; null without groups.
  const int32_t *_Nullable group_of_site;
  int32_t *_Nullable chosen_of_group;
  /// Worth of a unit of price, and loss of the size that is still accepted, in the unit of values.
  double rate;
  double heat;
  /// The rate rises by `slope` parts for each unit by which the value is above what is wanted.
  double wanted;
  double slope;
  /// Value of what is covered, kept up to date.
  double value;
  /// State of the random numbers (SplitMix64).
  uint64_t random;
} deepreach_annealing;

/// Goes through the pool in windows of so many sites, with so many steps a site in each: a site of the window goes if
/// it is chosen, and otherwise comes, alone or for its mate or a chosen site near it; what loses value less price is
/// accepted with a probability that falls with the loss over the heat (Metropolis et al. 1953). The tournament is left
/// as it was.
void deepreach_anneal(
    deepreach_choice *_Nonnull choice, deepreach_annealing *_Nonnull annealing, int32_t window,
    int32_t sweeps);

/// Of rows of a layer in the relaxation: the weight to which they are covered at a multiplier of the layer, and by how
/// much that grows with it. A row is covered to `cover + (layer_multiplier weight - multiplier) ease scale`, cut to
/// 0 to 1.
///
/// - Parameter sums: for the two figures.
void deepreach_reach(
    const double *_Nonnull cover, const double *_Nonnull multipliers, const double *_Nonnull ease,
    const double *_Nonnull weights, size_t count, double layer_multiplier, double scale,
    double *_Nonnull sums);

/// What sites of the relaxation spend at a rate of the budget, and by how much that falls with it. A share is
/// `shares - rate steps prices scale`, cut to 0 to 1.
///
/// - Parameter sums: for the two figures.
void deepreach_spend(
    const double *_Nonnull shares, const double *_Nonnull steps, const double *_Nonnull prices,
    size_t count, double rate, double scale, double *_Nonnull sums);

/// Sites of the relaxation: shares after the step, as they were, at the last restart and extrapolated; steps and prices.
typedef struct {
  double *_Nonnull shares;
  double *_Nonnull current;
  const double *_Nonnull start;
  double *_Nonnull extrapolated;
  const double *_Nonnull steps;
  const double *_Nonnull prices;
} deepreach_sites;

/// Takes `rate steps prices scale` off the shares, cuts them to 0 to 1 and reflects them; gives the residual. Steps of
/// 0 are none.
double deepreach_reflect_sites(
    const deepreach_sites *_Nonnull sites, size_t count, double rate, double scale, double anchor);

/// Rows of the relaxation: multipliers as they are, after the step and at the last restart; what sites cover of a row
/// and what is wanted; steps; and the greatest multipliers, which are the layer's multiplier times the weight, or the
/// limit where that is more.
typedef struct {
  double *_Nonnull current;
  double *_Nonnull next;
  const double *_Nonnull start;
  const double *_Nonnull cover;
  const double *_Nonnull wanted;
  const double *_Nonnull steps;
  const double *_Nonnull weights;
  const double *_Nonnull limits;
} deepreach_rows;

/// Scale of the steps, part of the way back to the restart, multiplier of the layer, and whether a multiplier stays at
/// its limit or may go beyond it where that costs less.
typedef struct {
  double scale;
  double anchor;
  double layer_multiplier;
  int32_t is_bounded;
} deepreach_row_step;

/// Steps rows of a layer and reflects them (``deepreach_rows``); gives the residual.
double deepreach_step_rows(
    const deepreach_rows *_Nonnull rows, size_t first, size_t end, deepreach_row_step step);

#endif
