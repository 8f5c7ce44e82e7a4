// collect.c -- what the sites cost together: by kernel, and by line.
#include "driver/report/page.h"

#include <stdlib.h>
#include <string.h>

double page_calls(const Page *g, const Site *site) {
  return g->p && site->id >= 0 ? g->p->sites[site->id].calls : site->times;
}

static int unit_for(Page *g, int *by_kernel, const Site *site) {
  if (site->kernel >= 0 && by_kernel[site->kernel] >= 0) return by_kernel[site->kernel];
  const SiteKernel *k = site->kernel < 0 ? NULL : &g->s->kernels.data[site->kernel];
  Unit u = {.name = k ? k->symbol : site->name, .kernel = k, .at = site->at};
  VEC_PUSH(g->a, g->units, u);
  if (k) by_kernel[site->kernel] = (int)g->units.n - 1;
  return (int)g->units.n - 1;
}

static void add_to_unit(Page *g, Unit *u, int i) {
  const Site *site = &g->s->all.data[i];
  double calls = page_calls(g, site);
  u->calls += calls;
  u->flops += calls * site->cost.flops;
  u->bytes += calls * (site->cost.read + site->cost.written);
  u->ns += g->p ? g->p->sites[site->id].ns : 0;
  u->at_most |= !g->p && site->at_most, u->at_least |= !g->p && site->at_least;
  VEC_PUSH(g->a, u->sites, i);
}

static LineCost *line_at(Page *g, SrcRange at) {
  for (uint32_t i = g->lines.n; i-- > 0;)
    if (g->lines.data[i].at.line == at.line && g->lines.data[i].at.file == at.file)
      return &g->lines.data[i];
  LineCost l = {.at = at};
  VEC_PUSH(g->a, g->lines, l);
  return &VEC_LAST(g->lines);
}

// A site's bytes and time go to its lines by their shares.
static void add_to_lines(Page *g, int i) {
  const Site *site = &g->s->all.data[i];
  double calls = page_calls(g, site), bytes = 0, ns = 0;
  int unit = g->unit_of[i];
  if (unit >= 0) bytes = calls * (site->cost.read + site->cost.written);
  if (unit >= 0 && g->p) ns = g->p->sites[site->id].ns;
  for (uint32_t k = 0; k < site->shares.n; k++) {
    const SiteShare *s = &site->shares.data[k];
    LineCost *l = line_at(g, s->at);
    l->flops += calls * s->flops, l->bytes += bytes * s->weight, l->ns += ns * s->weight;
    bool known = unit < 0;
    for (uint32_t j = 0; j < l->units.n; j++) known = known || l->units.data[j] == unit;
    if (!known) VEC_PUSH(g->a, l->units, unit);
  }
  g->flops += calls * site->cost.flops, g->bytes += bytes, g->ns += ns;
}

static int by_place(const void *x, const void *y) {
  const LineCost *p = x, *q = y;
  if (p->at.file != q->at.file) return p->at.file < q->at.file ? -1 : 1;
  return p->at.line < q->at.line ? -1 : p->at.line > q->at.line;
}

void page_collect(Page *g) {
  uint32_t n = g->s->all.n;
  int *by_kernel = ARENA_ARRAY(g->a, int, g->s->kernels.n + 1);
  g->unit_of = ARENA_ARRAY(g->a, int, n + 1);
  for (uint32_t k = 0; k < g->s->kernels.n; k++) by_kernel[k] = -1;
  for (uint32_t i = 0; i < n; i++) g->unit_of[i] = -1;
  for (uint32_t id = 0; id < g->s->measured.n; id++) {
    int i = g->s->measured.data[id];
    g->unit_of[i] = unit_for(g, by_kernel, &g->s->all.data[i]);
    add_to_unit(g, &g->units.data[g->unit_of[i]], i);
  }
  for (uint32_t i = 0; i < n; i++) add_to_lines(g, (int)i);
  if (g->lines.n) qsort(g->lines.data, g->lines.n, sizeof *g->lines.data, by_place);
}
