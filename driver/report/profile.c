// profile.c -- reading NAME.profile, which runtime/os/profile.c writes.
#include "driver/report/profile.h"

#include "dialect/support/file.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// FNV-1a, as the runtime computes it.
static unsigned long long hash_text(const char *s) {
  unsigned long long h = 0xcbf29ce484222325;
  for (; *s; s++) h = (h ^ (unsigned char)*s) * 0x100000001b3;
  return h;
}

static unsigned long long hash_sites(Arena *a, const Sites *s) {
  StrBuf text;
  strbuf_init(&text, a);
  sites_table(s, &text);
  return hash_text(strchr(text.data, '\n') + 1);
}

// Up to `most` numbers behind the word; how many there are.
static int read_numbers(const char *line, double *x, int most) {
  int n = 0;
  const char *s = line + strcspn(line, " \n");
  for (char *end; n < most; s = end) {
    x[n] = strtod(s, &end);
    if (end == s || memchr(s, '\n', (size_t)(end - s))) break;
    n++;
  }
  return n;
}

static bool read_line(Profile *p, const Sites *s, const char *line) {
  double x[5] = {0};
  int n = read_numbers(line, x, 5);
  if (!strncmp(line, "wall ", 5)) return p->wall = x[0], n == 1;
  if (!strncmp(line, "threads ", 8)) {
    p->threads = x[0] >= 1 && x[0] < INT_MAX ? (int)x[0] : 0;
    return p->threads && n == 1;
  }
  if (!strncmp(line, "roof ", 5)) return p->flops = x[0], p->bytes = x[1], p->is_whole = n == 2;
  bool in_range = n >= 3 && x[0] >= 0 && x[1] >= 0 && x[2] >= 0;
  if (!strncmp(line, "site ", 5)) {
    if (!in_range || n != 5 || x[0] >= s->measured.n) return false;
    p->sites[(int)x[0]] = (ProfileSite){x[1], x[2], x[3], x[4]};
    return true;
  }
  if (!strncmp(line, "thread ", 7)) {
    if (!in_range || x[0] >= (double)PROFILE_THREADS) return false;
    p->workers[(int)x[0]].parts = x[1], p->workers[(int)x[0]].ns = x[2];
    if ((int)x[0] >= p->nworkers) p->nworkers = (int)x[0] + 1;
    return true;
  }
  return false;
}

bool profile_read(Arena *a, const Sites *s, const char *path, Profile *p) {
  char *text;
  size_t size;
  *p = (Profile){.sites = ARENA_ARRAY(a, ProfileSite, s->measured.n + 1)};
  if (!file_read(a, path, &text, &size))
    return diag_io("CJ0011", "%s: %s", path, strerror(errno)), false;
  unsigned n;
  unsigned long long hash;
  if (sscanf(text, "cjax-profile 1\nsites %u %llx\n", &n, &hash) != 2)
    return diag_io("CJ0011", "%s: not a profile", path), false;
  if (n != s->measured.n || hash != hash_sites(a, s))
    return diag_io("CJ0011", "%s: the profile of another program, or of other options", path),
        false;
  const char *line = text;
  for (int i = 0; i < 2; i++) line += strcspn(line, "\n"), line += *line == '\n';
  for (; *line; line += strcspn(line, "\n") + 1) {
    if (!read_line(p, s, line)) return diag_io("CJ0011", "%s: a profile that is cut off or broken",
        path), false;
    if (!line[strcspn(line, "\n")]) break;
  }
  if (p->wall > 0 && p->is_whole) return true;
  return diag_io("CJ0011", "%s: a profile that is cut off or broken", path), false;
}
