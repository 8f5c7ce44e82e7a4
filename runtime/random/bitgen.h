// bitgen.h -- the bit generators behind numpy.random, and their states as arrays of 32-bit words.
//
//   MT19937  624 words of the twister, where it stands, then the spare Gaussian (flag, two words)
//   PCG64    128-bit state, 128-bit increment (low words first), spare half (flag, word), Gaussian
// Sources: Matsumoto and Nishimura, "Mersenne twister" (1998); O'Neill, "PCG" (2014), XSL-RR
// 128/64.
#ifndef CJAX_RUNTIME_RANDOM_BITGEN_H
#define CJAX_RUNTIME_RANDOM_BITGEN_H

#include <stdbool.h>
#include <stdint.h>

enum { MT_SIZE = 624, MT_WORDS = MT_SIZE + 4, PCG_WORDS = 13 };

typedef struct BitGen {
  unsigned __int128 state, increment; // PCG64
  bool has_half;
  uint32_t half;
  uint32_t *key; // MT19937: within the words it was loaded into; null for PCG64
  uint32_t at;
  bool legacy; // numpy.random.RandomState's algorithms, not Generator's
  bool has_gauss;
  double gauss;
} BitGen;

// n: MT_WORDS or PCG_WORDS. `words` stays in use until bitgen_store writes the state back.
void bitgen_load(BitGen *g, uint32_t *words, int64_t n);
void bitgen_store(const BitGen *g, uint32_t *words);

uint32_t bitgen_next32(BitGen *g);
uint64_t bitgen_next64(BitGen *g);
double bitgen_double(BitGen *g);                     // [0, 1), 53 bits
uint64_t bitgen_interval(BitGen *g, uint64_t max);   // 0..max, by masks
uint64_t bitgen_lemire32(BitGen *g, uint32_t range); // 0..range < 2^32 - 1
uint64_t bitgen_lemire64(BitGen *g, uint64_t range); // 0..range < 2^64 - 1
uint64_t bitgen_bounded(BitGen *g, uint64_t range);  // 0..range as Generator draws it

// numpy.random.SeedSequence: fills out with n words from `entropy`.
void seed_sequence(const uint32_t *entropy, int64_t count, uint32_t *out, int64_t n);
// What RandomState(seed) and RandomState([seed, ...]) start with.
void mt_seed(uint32_t *words, uint32_t seed);
void mt_seed_array(uint32_t *words, const uint32_t *seeds, int64_t n);
// What MT19937(seed) and PCG64(seed) start with, from the entropy of a SeedSequence.
void mt_seed_sequence(uint32_t *words, const uint32_t *entropy, int64_t n);
void pcg_seed_sequence(uint32_t *words, const uint32_t *entropy, int64_t n);

#endif
