// memory.c -- the memory plan as a picture: places against the program's order.
#include "driver/report/page.h"

#include <stdlib.h>
#include <string.h>

static const int WIDE = 1040, HIGH = 300, LEFT = 70, TOP = 8, BELOW = 34, MOST_BUFFERS = 1500,
    LABELS = 12;

static double at_x(const Plan *p, long position) {
  return LEFT + (double)position / (double)(p->end > 0 ? p->end : 1) * WIDE;
}

static double at_y(const Plan *p, int64_t offset) {
  return TOP + HIGH - (double)offset / (double)p->size * HIGH;
}

static void put_buffer(Page *g, const Plan *p, const PlanBuffer *b) {
  double x = at_x(p, b->begin), w = at_x(p, b->end) - x, h = at_y(p, 0) - at_y(p, b->size);
  double y = at_y(p, b->offset + b->size);
  if (w < 1.5) w = 1.5;
  unsigned hue = (b->at.line * 47u + 200) % 360;
  strbuf_printf(g->out, "<g><rect class=buf x=%.1f y=%.1f width=%.1f height=%.1f "
                        "fill=\"hsl(%u var(--s) var(--l))\" "
                        "style=\"fill:hsl(%u,var(--s),var(--l))\"/>"
                        "<title>%s of %s", x, y, w, h, hue, hue, page_bytes(g, (double)b->size),
                b->callee ? "the memory of " : "");
  page_text(g, b->callee ? b->callee : page_place(g, b->at));
  strbuf_puts(g->out, "</title>");
  if (w > 70 && h > 12) {
    strbuf_printf(g->out, "<text x=%.1f y=%.1f>", x + 4, y + h / 2 + 4);
    page_text(g, b->callee ? b->callee : page_place(g, b->at));
    strbuf_printf(g->out, " %s</text>", w > 130 ? page_bytes(g, (double)b->size) : "");
  }
  strbuf_puts(g->out, "</g>\n");
}

static void put_axes(Page *g, const Plan *p) {
  for (int i = 0; i <= 4; i++) {
    double y = at_y(p, p->size * i / 4);
    strbuf_printf(g->out, "<line class=grid x1=%d y1=%.1f x2=%d y2=%.1f />"
                          "<text class=dim x=%d y=%.1f text-anchor=end>%s</text>\n",
                  LEFT, y, LEFT + WIDE, y, LEFT - 6, y + 4, page_bytes(g, (double)p->size * i / 4));
  }
  double last = -1000;
  for (uint32_t i = 0; i < p->lines.n; i++) {
    const PlanLine *l = &p->lines.data[i];
    double x = at_x(p, l->position);
    if (x - last < (double)WIDE / LABELS) continue;
    last = x;
    strbuf_printf(g->out, "<line class=axis x1=%.1f y1=%d x2=%.1f y2=%d /><text class=dim "
        "x=%.1f y=%d>",
                  x, TOP + HIGH, x, TOP + HIGH + 5, x, TOP + HIGH + 18);
    page_text(g, page_place(g, l->at));
    strbuf_puts(g->out, "</text>\n");
  }
}

static int larger(const void *x, const void *y) {
  const PlanBuffer *p = x, *q = y;
  if (p->size != q->size) return p->size < q->size ? 1 : -1;
  return p->begin < q->begin ? -1 : p->begin > q->begin;
}

// The most that is in use at one time: what no plan can do without.
static int64_t least_of(const Plan *p) {
  int64_t most = 0;
  for (uint32_t i = 0; i < p->buffers.n; i++) {
    int64_t sum = 0;
    long t = p->buffers.data[i].begin;
    for (uint32_t k = 0; k < p->buffers.n; k++) {
      const PlanBuffer *b = &p->buffers.data[k];
      if (b->begin <= t && t <= b->end) sum += b->size;
    }
    if (sum > most) most = sum;
  }
  return most;
}

static void put_plan(Page *g, Plan *p) {
  int64_t all = 0;
  for (uint32_t i = 0; i < p->buffers.n; i++) all += p->buffers.data[i].size;
  qsort(p->buffers.data, p->buffers.n, sizeof *p->buffers.data, larger);
  strbuf_puts(g->out, "<p><b>");
  page_text(g, p->function);
  strbuf_printf(g->out, "</b>: %s for %u array%s of %s together; at one time at least %s are in "
      "use.\n",
                page_bytes(g, (double)p->size), p->buffers.n, p->buffers.n == 1 ? "" : "s",
                page_bytes(g, (double)all),
                page_bytes(g, (double)least_of(p)));
  strbuf_printf(g->out, "<div class=scroll><svg width=%d height=%d viewBox=\"0 0 %d %d\">\n",
                LEFT + WIDE + 40, TOP + HIGH + BELOW, LEFT + WIDE + 40, TOP + HIGH + BELOW);
  put_axes(g, p);
  for (uint32_t i = 0; i < p->buffers.n && i < (uint32_t)MOST_BUFFERS; i++)
    put_buffer(g, p, &p->buffers.data[i]);
  strbuf_puts(g->out, "</svg></div>\n");
}

enum { MOST_PLANS = 12, FEW = 3 };

// Of a kernel's scratch there is nothing to see.
static bool is_drawn(const Plan *p) {
  return p->size && (p->buffers.n >= FEW || !strcmp(p->function, "cjax_main"));
}

static int larger_plan(const void *x, const void *y) {
  const Plan *p = x, *q = y;
  if (p->size != q->size) return p->size < q->size ? 1 : -1;
  return strcmp(p->function, q->function);
}

void page_memory(Page *g) {
  Plan *plans = ARENA_ARRAY(g->a, Plan, g->s->plans.n + 1);
  size_t n = 0;
  for (uint32_t i = 0; i < g->s->plans.n; i++)
    if (is_drawn(&g->s->plans.data[i])) plans[n++] = g->s->plans.data[i];
  strbuf_puts(g->out, "<h2 id=memory>Memory</h2>\n");
  if (!n) {
    strbuf_puts(g->out, "<p>The program keeps no array in memory.</p>\n");
    return;
  }
  qsort(plans, n, sizeof *plans, larger_plan);
  strbuf_puts(g->out, "<p class=dim>Every array has its place before the program starts. From "
      "left to "
                      "right the program goes on, upwards are addresses; what a loop needs is held "
                      "while the loop runs.</p>\n");
  for (size_t i = 0; i < n && i < MOST_PLANS; i++) put_plan(g, &plans[i]);
  if (n > MOST_PLANS)
    strbuf_printf(g->out, "<p class=dim>%zu smaller functions and kernels have memory too.</p>\n",
        n - MOST_PLANS);
}
