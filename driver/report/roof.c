// roof.c -- threads, and what kernels reach of what the machine can do.
#include "driver/report/page.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

//===-- threads ----------------------------------------------------------------------------===//

static const int BAR = 420, ROW = 22;

static int count_parallel(const Page *g) {
  int n = 0;
  for (uint32_t i = 0; i < g->units.n; i++) n += g->units.data[i].kernel &&
      g->units.data[i].kernel->parallel;
  return n;
}

void page_threads(Page *g) {
  strbuf_printf(g->out, "<h2 id=threads>Threads</h2>\n<p>%d of %u kernels have loops for several "
                        "threads.", count_parallel(g), g->units.n);
  if (!g->p) {
    strbuf_puts(g->out, " A profile tells how busy the threads were.</p>\n");
    return;
  }
  strbuf_printf(g->out, " The run could use %d; this is how long each one worked in such loops, of "
                        "%s.</p>\n", g->p->threads, page_time(g, g->p->wall));
  int height = g->p->nworkers * ROW + 8;
  strbuf_printf(g->out, "<svg width=%d height=%d>\n", BAR + 220, height);
  for (int i = 0; i < g->p->nworkers; i++) {
    double ns = g->p->workers[i].ns, share = ns / g->p->wall;
    strbuf_printf(g->out, "<text x=0 y=%d>thread %d</text><rect class=node x=70 y=%d width=%d "
        "height=14 />"
                          "<rect class=busy x=70 y=%d width=%.1f height=14 /><text class=dim "
                          "x=%d y=%d>"
                          "%s, %s parts</text>\n",
                  i * ROW + 15, i, i * ROW + 4, BAR, i * ROW + 4, share * BAR, BAR + 80,
                      i * ROW + 15,
                  page_time(g, ns), page_number(g, g->p->workers[i].parts));
  }
  strbuf_puts(g->out, "</svg>\n");
}

//===-- roofline ---------------------------------------------------------------------------===//

static const int WIDE = 640, HIGH = 320, LEFT = 70, TOP = 12, BELOW = 40;

typedef struct Axes {
  double x0, x1, y0, y1; // powers of ten
} Axes;

static double at_x(const Axes *a, double x) {
  return LEFT + (log10(x) - a->x0) / (a->x1 - a->x0) * WIDE;
}

static double at_y(const Axes *a, double y) {
  return TOP + HIGH - (log10(y) - a->y0) / (a->y1 - a->y0) * HIGH;
}

static bool is_shown(const Unit *u) { return u->flops > 0 && u->bytes > 0 && u->ns > 0; }

static Axes axes_for(const Page *g) {
  Axes a = {-2, 2, 8, ceil(log10(g->p->flops > 1 ? g->p->flops : 1e10))};
  for (uint32_t i = 0; i < g->units.n; i++) {
    const Unit *u = &g->units.data[i];
    if (!is_shown(u)) continue;
    double x = log10(u->flops / u->bytes), y = log10(u->flops / u->ns * 1e9);
    a.x0 = fmin(a.x0, floor(x)), a.x1 = fmax(a.x1, ceil(x));
    a.y0 = fmin(a.y0, floor(y)), a.y1 = fmax(a.y1, ceil(y));
  }
  return a;
}

static void put_axes(Page *g, const Axes *a) {
  for (double x = a->x0; x <= a->x1; x++)
    strbuf_printf(g->out, "<line class=grid x1=%.1f y1=%d x2=%.1f y2=%d /><text class=dim "
        "x=%.1f y=%d "
                          "text-anchor=middle>%g</text>\n",
                  at_x(a, pow(10, x)), TOP, at_x(a, pow(10, x)), TOP + HIGH, at_x(a, pow(10, x)),
                  TOP + HIGH + 16, pow(10, x));
  for (double y = a->y0; y <= a->y1; y++)
    strbuf_printf(g->out, "<line class=grid x1=%d y1=%.1f x2=%d y2=%.1f /><text class=dim x=%d "
        "y=%.1f "
                          "text-anchor=end>%s</text>\n",
                  LEFT, at_y(a, pow(10, y)), LEFT + WIDE, at_y(a, pow(10, y)), LEFT - 6,
                  at_y(a, pow(10, y)) + 4, page_number(g, pow(10, y)));
  strbuf_printf(g->out, "<text class=dim x=%d y=%d text-anchor=middle>flops for each byte</text>\n",
                LEFT + WIDE / 2, TOP + HIGH + 34);
}

// y = min(flops, x * bytes)
static void put_roof(Page *g, const Axes *a) {
  if (!(g->p->flops > 0 && g->p->bytes > 0)) return;
  double knee = g->p->flops / g->p->bytes, x0 = pow(10, a->x0), x1 = pow(10, a->x1), y0 = pow(10,
      a->y0);
  if (x0 * g->p->bytes < y0) x0 = y0 / g->p->bytes;
  knee = fmin(fmax(knee, x0), x1);
  strbuf_printf(g->out, "<path class=roof d=\"M%.1f %.1fL%.1f %.1fL%.1f %.1f\"/>\n", at_x(a, x0),
                at_y(a, x0 * g->p->bytes), at_x(a, knee), at_y(a, fmin(knee * g->p->bytes,
                    g->p->flops)),
                at_x(a, x1), at_y(a, fmin(x1 * g->p->bytes, g->p->flops)));
}

void page_roofline(Page *g) {
  strbuf_puts(g->out, "<h2 id=roofline>Roofline</h2>\n");
  if (!g->p) {
    strbuf_puts(g->out, "<p>Where kernels are below what the machine can do needs a run: "
        "compile with "
                        "<code>--profile</code>.</p>\n");
    return;
  }
  strbuf_printf(g->out, "<p class=dim>Flops in a second against flops for each byte. The line "
      "is what "
                        "this machine was found to do after the run, with all threads: %s "
                        "flop/s in "
                        "float32, %s/s from and to memory. Kernels whose arrays stay in a cache "
                        "may "
                        "stand above its slope.</p>\n<div class=scroll>",
                page_number(g, g->p->flops), page_bytes(g, g->p->bytes));
  Axes a = axes_for(g);
  strbuf_printf(g->out, "<svg width=%d height=%d>\n", LEFT + WIDE + 30, TOP + HIGH + BELOW);
  put_axes(g, &a);
  put_roof(g, &a);
  for (uint32_t i = 0; i < g->units.n; i++) {
    const Unit *u = &g->units.data[i];
    if (!is_shown(u)) continue;
    double rate = u->flops / u->ns * 1e9, share = u->ns / (g->ns > 0 ? g->ns : 1);
    strbuf_printf(g->out, "<a href=\"#u%u\"><circle class=dot cx=%.1f cy=%.1f r=%.1f /><title>", i,
                  at_x(&a, u->flops / u->bytes), at_y(&a, rate), 3 + 9 * sqrt(share));
    page_text(g, u->name);
    strbuf_printf(g->out, " %s: %s flop/s</title></a>\n", page_place(g, u->at), page_number(g,
        rate));
  }
  strbuf_puts(g->out, "</svg></div>\n");
}
