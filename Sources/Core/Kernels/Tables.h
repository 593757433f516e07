#ifndef DEEPREACH_TABLES_H
#define DEEPREACH_TABLES_H

#include "Kernels.h"
#include "VectorClones.h"

// A fused multiply-add rounds once instead of twice: with it, the results would depend on the
// vector level that the loader picks. Every file of kernels says so for itself as well.
#pragma STDC FP_CONTRACT OFF

// sqrtf may set errno, which keeps loops from being vectorised; the elementwise form may not.
#if defined(__has_builtin)
#if __has_builtin(__builtin_elementwise_sqrt)
#define SQUARE_ROOT(x) __builtin_elementwise_sqrt(x)
#endif
#endif
#ifndef SQUARE_ROOT
#define SQUARE_ROOT(x) __builtin_sqrtf(x)
#endif

INLINE float look_up(const float *restrict values, float position, float last) {
  float bounded = position < last ? position : last;
  int32_t index = (int32_t)bounded;
  float below = values[index];
  return below + (bounded - (float)index) * (values[index + 1] - below);
}

#endif
