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

  /// Chosen sites of each row: how many, and the exclusive or of their indices.
  int32_t *_Nonnull counts;
  int32_t *_Nonnull owners;
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

/// By how much the value of all covered rows would change if `site`, which is not chosen, came for
/// `partner`, which is.
double deepreach_swap_change(deepreach_choice *_Nonnull choice, int32_t site, int32_t partner);

/// Changes what a row is worth by `change`, which the caller has already done in `values`.
void deepreach_revalue(deepreach_choice *_Nonnull choice, int32_t row, double change);

#endif
