#include "Tables.h"

#pragma STDC FP_CONTRACT OFF

INLINE float distance_of(deepreach_row row, int32_t cell) {
  float east = row.east + (float)(row.first + cell) * row.east_step;
  float north = row.north + (float)(row.first + cell) * row.north_step;
  return SQUARE_ROOT(east * east + north * north);
}

INLINE void raise_row(float *restrict best, int32_t count, deepreach_row row,
                      const float *restrict values, float last, float inverse_step) {
  for (int32_t cell = 0; cell < count; cell++) {
    float value = look_up(values, distance_of(row, cell) * inverse_step, last);
    best[cell] = value > best[cell] ? value : best[cell];
  }
}

VECTOR_CLONES
void deepreach_raise(float *best, size_t count, deepreach_row row, deepreach_table table) {
  raise_row(best, (int32_t)count, row, table.values, (float)(table.count - 2), table.inverse_step);
}

void deepreach_raise_baseline(float *best, size_t count, deepreach_row row, deepreach_table table) {
  raise_row(best, (int32_t)count, row, table.values, (float)(table.count - 2), table.inverse_step);
}

INLINE void raise_pair_row(float *restrict first_best, float *restrict second_best, int32_t count,
                           deepreach_row row, const float *restrict first,
                           const float *restrict second, float first_last, float second_last,
                           float inverse_step) {
  for (int32_t cell = 0; cell < count; cell++) {
    float position = distance_of(row, cell) * inverse_step;
    float one = look_up(first, position, first_last);
    float other = look_up(second, position, second_last);
    first_best[cell] = one > first_best[cell] ? one : first_best[cell];
    second_best[cell] = other > second_best[cell] ? other : second_best[cell];
  }
}

VECTOR_CLONES
void deepreach_raise_pair(float *first_best, float *second_best, size_t count, deepreach_row row,
                          deepreach_table first, deepreach_table second) {
  raise_pair_row(first_best, second_best, (int32_t)count, row, first.values, second.values,
                 (float)(first.count - 2), (float)(second.count - 2), first.inverse_step);
}

INLINE void raise_server_row(float *restrict best, int32_t *restrict server, int32_t count,
                             deepreach_row row, const float *restrict values, float last,
                             float inverse_step, int32_t index) {
  for (int32_t cell = 0; cell < count; cell++) {
    float value = look_up(values, distance_of(row, cell) * inverse_step, last);
    int better = value > best[cell];
    server[cell] = better ? index : server[cell];
    best[cell] = better ? value : best[cell];
  }
}

VECTOR_CLONES
void deepreach_raise_server(float *best, int32_t *server, size_t count, deepreach_row row,
                            deepreach_table table, int32_t index) {
  raise_server_row(best, server, (int32_t)count, row, table.values, (float)(table.count - 2),
                   table.inverse_step, index);
}
