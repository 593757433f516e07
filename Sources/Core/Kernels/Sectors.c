#include "Tables.h"

#include <string.h>

#pragma STDC FP_CONTRACT OFF

// Rows are taken in pieces that stay in the first cache.
enum { PIECE = 256 };

// A counter that stands here has counted that many or more, and stays.
enum { FULL = 65535 };

INLINE uint32_t bits_of(float x) {
  uint32_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

INLINE float float_of(uint32_t bits) {
  float x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

// 2^x for -126 < x < 126; Taylor's series of 2^f on [-1/2, 1/2], relative error below 2e-7.
INLINE float power_of_two(float x) {
  int32_t whole = (int32_t)(x + 126.5f) - 126;
  float part = (x - (float)whole) * 0.69314718f;
  float sum = 1.0f + part * (1.0f / 6.0f);
  sum = 1.0f + part * (0.2f * (1.0f + part * (1.0f / 6.0f)));
  sum = 1.0f + part * (0.25f * sum);
  sum = 1.0f + part * ((1.0f / 3.0f) * sum);
  sum = 1.0f + part * (0.5f * sum);
  sum = 1.0f + part * sum;
  return sum * float_of((uint32_t)(whole + 127) << 23);
}

// log2 of x > 0, from the series of artanh about the square root of 2; absolute error below 2e-7.
INLINE float logarithm_to_two(float x) {
  uint32_t bits = bits_of(x);
  int32_t exponent = (int32_t)(bits >> 23) - 127;
  float mantissa = float_of((bits & 0x007fffffu) | 0x3f800000u);
  float t = (mantissa - 1.41421356f) / (mantissa + 1.41421356f);
  float square = t * t;
  float series = 1.0f + square * ((1.0f / 3.0f) + square * (0.2f + square * (1.0f / 7.0f)));
  return (float)exponent + 0.5f + 2.88539008f * t * series;
}

// Angle whose cosine is x, in radians (Abramowitz and Stegun 4.4.46, 2e-8).
INLINE float angle_of(float x) {
  float size = x < 0.0f ? -x : x;
  size = size < 1.0f ? size : 1.0f;
  float sum = 0.0066700901f - 0.0012624911f * size;
  sum = -0.0170881256f + size * sum;
  sum = 0.0308918810f + size * sum;
  sum = -0.0501743046f + size * sum;
  sum = 0.0889789874f + size * sum;
  sum = -0.2145988016f + size * sum;
  sum = 1.5707963050f + size * sum;
  float angle = SQUARE_ROOT(1.0f - size) * sum;
  return x < 0.0f ? 3.14159265f - angle : angle;
}

// Level and vertical loss of a piece of a row, and where its cells lie.
typedef struct {
  float east[PIECE];
  float north[PIECE];
  float inverse[PIECE];
  float level[PIECE];
  float vertical[PIECE];
} piece;

INLINE void measure(piece *restrict cells, int32_t start, int32_t count, deepreach_row row,
                    deepreach_table level, deepreach_table vertical) {
  const float level_last = (float)(level.count - 2);
  const float vertical_last = (float)(vertical.count - 2);
  for (int32_t cell = 0; cell < count; cell++) {
    float east = row.east + (float)(row.first + start + cell) * row.east_step;
    float north = row.north + (float)(row.first + start + cell) * row.north_step;
    float distance = SQUARE_ROOT(east * east + north * north);
    float position = distance * level.inverse_step;
    cells->east[cell] = east;
    cells->north[cell] = north;
    cells->inverse[cell] = 1.0f / (distance > 0.001f ? distance : 0.001f);
    cells->level[cell] = look_up(level.values, position, level_last);
    cells->vertical[cell] = look_up(vertical.values, position, vertical_last);
  }
}

// SS-RSRP of one sector at one cell, dBm.
INLINE float sector_level(const piece *restrict cells, int32_t cell, deepreach_direction boresight,
                          float curvature, float most) {
  float cosine = (cells->east[cell] * boresight.east + cells->north[cell] * boresight.north) *
                 cells->inverse[cell];
  float angle = angle_of(cosine);
  float loss = curvature * (angle * angle) + cells->vertical[cell];
  return cells->level[cell] - (loss < most ? loss : most);
}

INLINE float omni_level(const piece *restrict cells, int32_t cell, float most) {
  float loss = cells->vertical[cell];
  return cells->level[cell] - (loss < most ? loss : most);
}

// 0.33219281 = log2(10) / 10; the unit of 1e-10 mW is -100 dBm.
INLINE float power_of_level(float level) { return power_of_two((level + 100.0f) * 0.33219281f); }

INLINE void take(float *restrict best, int32_t *restrict server, float *restrict total,
                 int32_t cell, float level, int32_t index) {
  int stronger = level > best[cell];
  server[cell] = stronger ? index : server[cell];
  best[cell] = stronger ? level : best[cell];
  total[cell] += power_of_level(level);
}

VECTOR_CLONES
void deepreach_receive(float *restrict best, int32_t *restrict server, float *restrict total,
                       size_t count, deepreach_row row, deepreach_table level,
                       deepreach_table vertical, deepreach_antenna antenna, int32_t first_server) {
  piece cells;
  for (int32_t start = 0; start < (int32_t)count; start += PIECE) {
    int32_t rest = (int32_t)count - start;
    int32_t width = rest < PIECE ? rest : PIECE;
    measure(&cells, start, width, row, level, vertical);
    if (antenna.sectors == 0) {
      for (int32_t cell = 0; cell < width; cell++)
        take(best + start, server + start, total + start, cell,
             omni_level(&cells, cell, antenna.most), first_server);
    }
    for (int32_t sector = 0; sector < antenna.sectors; sector++) {
      deepreach_direction boresight = antenna.boresights[sector];
      for (int32_t cell = 0; cell < width; cell++)
        take(best + start, server + start, total + start, cell,
             sector_level(&cells, cell, boresight, antenna.curvature, antenna.most),
             first_server + sector);
    }
  }
}

INLINE void withdraw_level(float *restrict total, int32_t cell, float level) {
  float rest = total[cell] - power_of_level(level);
  total[cell] = rest > 0.0f ? rest : 0.0f;
}

VECTOR_CLONES
void deepreach_withdraw(float *restrict total, size_t count, deepreach_row row,
                        deepreach_table level, deepreach_table vertical,
                        deepreach_antenna antenna) {
  piece cells;
  for (int32_t start = 0; start < (int32_t)count; start += PIECE) {
    int32_t rest = (int32_t)count - start;
    int32_t width = rest < PIECE ? rest : PIECE;
    measure(&cells, start, width, row, level, vertical);
    if (antenna.sectors == 0) {
      for (int32_t cell = 0; cell < width; cell++)
        withdraw_level(total + start, cell, omni_level(&cells, cell, antenna.most));
    }
    for (int32_t sector = 0; sector < antenna.sectors; sector++) {
      deepreach_direction boresight = antenna.boresights[sector];
      for (int32_t cell = 0; cell < width; cell++)
        withdraw_level(total + start, cell,
                       sector_level(&cells, cell, boresight, antenna.curvature, antenna.most));
    }
  }
}

VECTOR_CLONES
void deepreach_sinr(float *restrict sinr, const float *restrict best, const float *restrict total,
                    size_t count, float noise, float load) {
  for (int32_t cell = 0; cell < (int32_t)count; cell++) {
    float others = total[cell] - power_of_level(best[cell]);
    float floor = noise + load * (others > 0.0f ? others : 0.0f);
    // 3.01029996 = 10 log10(2).
    sinr[cell] = best[cell] + 100.0f - 3.01029996f * logarithm_to_two(floor);
  }
}

// 1 for cells within the contour, else 0.
INLINE void inside(uint16_t *restrict mask, int32_t start, int32_t count, deepreach_row row,
                   deepreach_table contour, const deepreach_direction *restrict boresights,
                   int32_t sectors) {
  float east[PIECE];
  float north[PIECE];
  float along[PIECE];
  const float last = (float)(contour.count - 2);
  for (int32_t cell = 0; cell < count; cell++) {
    east[cell] = row.east + (float)(row.first + start + cell) * row.east_step;
    north[cell] = row.north + (float)(row.first + start + cell) * row.north_step;
    along[cell] = sectors == 0 ? 3.0e38f : -3.0e38f;
  }
  for (int32_t sector = 0; sector < sectors; sector++) {
    deepreach_direction boresight = boresights[sector];
    for (int32_t cell = 0; cell < count; cell++) {
      float this = east[cell] * boresight.east + north[cell] * boresight.north;
      along[cell] = this > along[cell] ? this : along[cell];
    }
  }
  for (int32_t cell = 0; cell < count; cell++) {
    float distance = SQUARE_ROOT(east[cell] * east[cell] + north[cell] * north[cell]);
    float most = distance > 0.001f ? distance : 0.001f;
    float cosine = (along[cell] < most ? along[cell] : most) / most;
    float radius = look_up(contour.values, (1.0f - cosine) * contour.inverse_step, last);
    mask[cell] = distance <= radius ? 1 : 0;
  }
}

VECTOR_CLONES
void deepreach_contour_mask(uint16_t *restrict mask, size_t count, deepreach_row row,
                            deepreach_table contour,
                            const deepreach_direction *restrict boresights, int32_t sectors) {
  for (int32_t start = 0; start < (int32_t)count; start += PIECE) {
    int32_t rest = (int32_t)count - start;
    inside(mask + start, start, rest < PIECE ? rest : PIECE, row, contour, boresights, sectors);
  }
}

VECTOR_CLONES
int32_t deepreach_contour_add(uint16_t *restrict counts, size_t count, deepreach_row row,
                              deepreach_table contour,
                              const deepreach_direction *restrict boresights, int32_t sectors) {
  uint16_t mask[PIECE];
  int32_t changed = 0;
  for (int32_t start = 0; start < (int32_t)count; start += PIECE) {
    int32_t rest = (int32_t)count - start;
    int32_t width = rest < PIECE ? rest : PIECE;
    inside(mask, start, width, row, contour, boresights, sectors);
    for (int32_t cell = 0; cell < width; cell++) {
      uint16_t before = counts[start + cell];
      changed += before == 0 ? mask[cell] : 0;
      counts[start + cell] = (uint16_t)(before + (before < FULL ? mask[cell] : 0));
    }
  }
  return changed;
}

VECTOR_CLONES
int32_t deepreach_contour_remove(uint16_t *restrict counts, size_t count, deepreach_row row,
                                 deepreach_table contour,
                                 const deepreach_direction *restrict boresights, int32_t sectors) {
  uint16_t mask[PIECE];
  int32_t changed = 0;
  for (int32_t start = 0; start < (int32_t)count; start += PIECE) {
    int32_t rest = (int32_t)count - start;
    int32_t width = rest < PIECE ? rest : PIECE;
    inside(mask, start, width, row, contour, boresights, sectors);
    for (int32_t cell = 0; cell < width; cell++) {
      uint16_t before = counts[start + cell];
      changed += before == 1 ? mask[cell] : 0;
      counts[start + cell] = (uint16_t)(before - (before < FULL ? mask[cell] : 0));
    }
  }
  return changed;
}

VECTOR_CLONES
int32_t deepreach_contour_gain(const uint16_t *restrict counts, size_t count, deepreach_row row,
                               deepreach_table contour,
                               const deepreach_direction *restrict boresights, int32_t sectors) {
  uint16_t mask[PIECE];
  int32_t gain = 0;
  for (int32_t start = 0; start < (int32_t)count; start += PIECE) {
    int32_t rest = (int32_t)count - start;
    int32_t width = rest < PIECE ? rest : PIECE;
    inside(mask, start, width, row, contour, boresights, sectors);
    for (int32_t cell = 0; cell < width; cell++)
      gain += counts[start + cell] == 0 ? mask[cell] : 0;
  }
  return gain;
}
