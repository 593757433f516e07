#ifndef DEEPREACH_VECTOR_CLONES_H
#define DEEPREACH_VECTOR_CLONES_H

// Clones need the loader's indirect functions, which only ELF has.
#if defined(__x86_64__) && defined(__ELF__)
#define VECTOR_CLONES \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define VECTOR_CLONES
#endif

#define INLINE static inline __attribute__((always_inline))

#endif
