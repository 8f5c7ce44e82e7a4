// bitgen.c -- MT19937 and PCG64: states, bits, bounded integers.
#include "runtime/random/bitgen.h"

#include <string.h>

typedef unsigned __int128 u128;

//===-- states ----------------------------------------------------------------------------===//

static u128 load128(const uint32_t *w) {
  u128 x = 0;
  for (int i = 3; i >= 0; i--) x = x << 32 | w[i];
  return x;
}

static void store128(uint32_t *w, u128 x) {
  for (int i = 0; i < 4; i++, x >>= 32) w[i] = (uint32_t)x;
}

void bitgen_load(BitGen *g, uint32_t *words, int64_t n) {
  *g = (BitGen){0};
  uint32_t *gauss = words + n - 3;
  g->has_gauss = gauss[0] != 0;
  memcpy(&g->gauss, gauss + 1, sizeof g->gauss);
  if (n == MT_WORDS) {
    g->key = words;
    g->at = words[MT_SIZE] < MT_SIZE ? words[MT_SIZE] : MT_SIZE;
    return;
  }
  g->state = load128(words);
  g->increment = load128(words + 4);
  g->has_half = words[8] != 0;
  g->half = words[9];
}

void bitgen_store(const BitGen *g, uint32_t *words) {
  uint32_t *gauss = words + (g->key ? MT_SIZE + 1 : 10);
  gauss[0] = g->has_gauss;
  memcpy(gauss + 1, &g->gauss, sizeof g->gauss);
  if (g->key) {
    words[MT_SIZE] = g->at;
    return;
  }
  store128(words, g->state);
  store128(words + 4, g->increment);
  words[8] = g->has_half;
  words[9] = g->half;
}

//===-- bits ------------------------------------------------------------------------------===//

static uint32_t mt_mix(const uint32_t *key, int i, int next, int far) {
  uint32_t y = (key[i] & 0x80000000u) | (key[next] & 0x7fffffffu);
  return key[far] ^ (y >> 1) ^ (y & 1 ? 0x9908b0dfu : 0);
}

static void mt_generate(BitGen *g) {
  enum { M = 397 };
  uint32_t *key = g->key;
  int i = 0;
  for (; i < MT_SIZE - M; i++) key[i] = mt_mix(key, i, i + 1, i + M);
  for (; i < MT_SIZE - 1; i++) key[i] = mt_mix(key, i, i + 1, i + M - MT_SIZE);
  key[i] = mt_mix(key, i, 0, M - 1);
  g->at = 0;
}

static uint32_t mt_next(BitGen *g) {
  if (g->at == MT_SIZE) mt_generate(g);
  uint32_t y = g->key[g->at++];
  y ^= y >> 11;
  y ^= y << 7 & 0x9d2c5680u;
  y ^= y << 15 & 0xefc60000u;
  return y ^ y >> 18;
}

static void pcg_step(BitGen *g) {
  u128 multiplier = (u128)0x2360ed051fc65da4 << 64 | 0x4385df649fccf645;
  g->state = g->state * multiplier + g->increment;
}

static uint64_t pcg_next(BitGen *g) {
  pcg_step(g);
  uint64_t x = (uint64_t)(g->state >> 64) ^ (uint64_t)g->state;
  unsigned by = (unsigned)(g->state >> 122);
  return x >> by | x << (-by & 63);
}

uint64_t bitgen_next64(BitGen *g) {
  if (!g->key) return pcg_next(g);
  uint64_t high = mt_next(g);
  return high << 32 | mt_next(g);
}

uint32_t bitgen_next32(BitGen *g) {
  if (g->key) return mt_next(g);
  g->has_half = !g->has_half;
  if (!g->has_half) return g->half;
  uint64_t x = pcg_next(g);
  g->half = (uint32_t)(x >> 32);
  return (uint32_t)x;
}

double bitgen_double(BitGen *g) {
  if (!g->key) return (double)(pcg_next(g) >> 11) * 0x1p-53;
  double high = mt_next(g) >> 5, low = mt_next(g) >> 6;
  return (high * 67108864.0 + low) * 0x1p-53;
}

//===-- bounded integers ------------------------------------------------------------------===//

uint64_t bitgen_interval(BitGen *g, uint64_t max) {
  uint64_t mask = max, x;
  if (!max) return 0;
  for (int by = 1; by < 64; by *= 2) mask |= mask >> by;
  do x = (max <= UINT32_MAX ? bitgen_next32(g) : bitgen_next64(g)) & mask;
  while (x > max);
  return x;
}

// Lemire, "Fast random integer generation in an interval" (2019).
uint64_t bitgen_lemire32(BitGen *g, uint32_t range) {
  uint32_t n = range + 1, threshold = (UINT32_MAX - range) % n;
  uint64_t m;
  do m = (uint64_t)bitgen_next32(g) * n;
  while ((uint32_t)m < threshold);
  return m >> 32;
}

uint64_t bitgen_lemire64(BitGen *g, uint64_t range) {
  uint64_t n = range + 1, threshold = (UINT64_MAX - range) % n;
  u128 m;
  do m = (u128)bitgen_next64(g) * n;
  while ((uint64_t)m < threshold);
  return (uint64_t)(m >> 64);
}

uint64_t bitgen_bounded(BitGen *g, uint64_t range) {
  if (!range) return 0;
  if (range < UINT32_MAX) return bitgen_lemire32(g, (uint32_t)range);
  if (range == UINT32_MAX) return bitgen_next32(g);
  return range == UINT64_MAX ? bitgen_next64(g) : bitgen_lemire64(g, range);
}

//===-- seeds -----------------------------------------------------------------------------===//

static uint32_t hash(uint32_t x, uint32_t *constant) {
  x ^= *constant;
  *constant *= 0x931e8875u;
  x *= *constant;
  return x ^ x >> 16;
}

static uint32_t mix(uint32_t x, uint32_t y) {
  uint32_t z = x * 0xca01f9ddu - y * 0x4973f715u;
  return z ^ z >> 16;
}

void seed_sequence(const uint32_t *entropy, int64_t count, uint32_t *out, int64_t n) {
  enum { POOL = 4 };
  uint32_t pool[POOL], constant = 0x43b0d7e5u;
  for (int i = 0; i < POOL; i++) pool[i] = hash(i < count ? entropy[i] : 0, &constant);
  for (int from = 0; from < POOL; from++)
    for (int to = 0; to < POOL; to++)
      if (from != to) pool[to] = mix(pool[to], hash(pool[from], &constant));
  for (int64_t from = POOL; from < count; from++)
    for (int to = 0; to < POOL; to++) pool[to] = mix(pool[to], hash(entropy[from], &constant));
  constant = 0x8b51f9ddu;
  for (int64_t i = 0; i < n; i++) {
    uint32_t x = pool[i % POOL] ^ constant;
    constant *= 0x58f38dedu;
    x *= constant;
    out[i] = x ^ x >> 16;
  }
}

void mt_seed(uint32_t *words, uint32_t seed) {
  memset(words, 0, MT_WORDS * sizeof *words);
  for (uint32_t i = 0; i < MT_SIZE; i++) {
    words[i] = seed;
    seed = 1812433253u * (seed ^ seed >> 30) + i + 1;
  }
  words[MT_SIZE] = MT_SIZE;
}

void mt_seed_array(uint32_t *words, const uint32_t *seeds, int64_t n) {
  mt_seed(words, 19650218u);
  uint32_t i = 1;
  int64_t j = 0;
  for (int64_t k = n > MT_SIZE ? n : MT_SIZE; k; k--) {
    uint32_t before = words[i - 1];
    words[i] = (words[i] ^ (before ^ before >> 30) * 1664525u) + seeds[j] + (uint32_t)j;
    if (++i == MT_SIZE) words[0] = words[MT_SIZE - 1], i = 1;
    if (++j >= n) j = 0;
  }
  for (int k = MT_SIZE - 1; k; k--) {
    uint32_t before = words[i - 1];
    words[i] = (words[i] ^ (before ^ before >> 30) * 1566083941u) - i;
    if (++i == MT_SIZE) words[0] = words[MT_SIZE - 1], i = 1;
  }
  words[0] = 0x80000000u;
}

void mt_seed_sequence(uint32_t *words, const uint32_t *entropy, int64_t n) {
  memset(words, 0, MT_WORDS * sizeof *words);
  seed_sequence(entropy, n, words, MT_SIZE);
  words[0] = 0x80000000u;
  words[MT_SIZE] = MT_SIZE - 1;
}

void pcg_seed_sequence(uint32_t *words, const uint32_t *entropy, int64_t n) {
  uint32_t w[16];
  BitGen g = {0};
  memset(words, 0, PCG_WORDS * sizeof *words);
  seed_sequence(entropy, n, w, 16);
  u128 state = (u128)((uint64_t)w[1] << 32 | w[0]) << 64 | ((uint64_t)w[3] << 32 | w[2]);
  u128 stream = (u128)((uint64_t)w[5] << 32 | w[4]) << 64 | ((uint64_t)w[7] << 32 | w[6]);
  g.increment = stream << 1 | 1;
  pcg_step(&g);
  g.state += state;
  pcg_step(&g);
  bitgen_store(&g, words);
}
