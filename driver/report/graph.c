// graph.c -- which kernel reads what which other one made, as a picture.
//
// A kernel stands below all that it reads.  Within a row kernels stand where those that they read
// stand, as far as there is room.
#include "driver/report/page.h"

#include <stdlib.h>
#include <string.h>

static const int WIDTH = 156, HEIGHT = 34, GAP_X = 14, GAP_Y = 30, MOST_NODES = 1200, MARGIN = 8;

typedef struct Node {
  int site, layer;
  double x; // of its middle
  VEC(int) from; // nodes
} Node;

typedef struct Graph {
  Page *g;
  Node *nodes; // in the program's order
  int n, layers;
  int *node_of; // site -> node, or -1
  int *seen;    // site -> the last node that asked
} Graph;

// The nodes behind a site that has no code of its own.
static void add_from(Graph *x, Node *node, int site) {
  int self = (int)(node - x->nodes) + 1;
  if (x->seen[site] == self) return;
  x->seen[site] = self;
  int from = x->node_of[site];
  if (from >= 0) {
    if (from < self - 1) VEC_PUSH(x->g->a, node->from, from);
    return;
  }
  const Site *s = &x->g->s->all.data[site];
  for (uint32_t i = 0; i < s->from.n; i++) add_from(x, node, s->from.data[i]);
}

static Graph graph_make(Page *g) {
  uint32_t n = g->s->all.n;
  Graph x = {.g = g, .nodes = ARENA_ARRAY(g->a, Node, g->s->measured.n + 1),
             .node_of = ARENA_ARRAY(g->a, int, n + 1), .seen = ARENA_ARRAY(g->a, int, n + 1)};
  for (uint32_t i = 0; i < n; i++) {
    bool is_node = g->s->all.data[i].kernel >= 0 && g->s->all.data[i].id >= 0 && x.n < MOST_NODES;
    x.node_of[i] = is_node ? x.n : -1;
    if (is_node) x.nodes[x.n++].site = (int)i;
  }
  for (int i = 0; i < x.n; i++) {
    Node *node = &x.nodes[i];
    const Site *s = &g->s->all.data[node->site];
    for (uint32_t k = 0; k < s->from.n; k++) add_from(&x, node, s->from.data[k]);
    for (uint32_t k = 0; k < node->from.n; k++) {
      int above = x.nodes[node->from.data[k]].layer;
      if (above >= node->layer) node->layer = above + 1;
    }
    if (node->layer >= x.layers) x.layers = node->layer + 1;
  }
  return x;
}

static double wanted(const Graph *x, const Node *node) {
  double sum = 0;
  for (uint32_t i = 0; i < node->from.n; i++) sum += x->nodes[node->from.data[i]].x;
  return node->from.n ? sum / node->from.n : 0;
}

static const Graph *sorting;

static int by_wanted(const void *p, const void *q) {
  int i = *(const int *)p, k = *(const int *)q;
  double a = wanted(sorting, &sorting->nodes[i]), b = wanted(sorting, &sorting->nodes[k]);
  return a < b ? -1 : a > b ? 1 : i - k;
}

// Places the nodes of each row; the width of all.
static double graph_place(Graph *x) {
  int *row = ARENA_ARRAY(x->g->a, int, x->n + 1);
  double least = 0, most = 0;
  for (int layer = 0; layer < x->layers; layer++) {
    int n = 0;
    for (int i = 0; i < x->n; i++)
      if (x->nodes[i].layer == layer) row[n++] = i;
    sorting = x;
    qsort(row, (size_t)n, sizeof *row, by_wanted);
    double middle = 0;
    for (int i = 0; i < n; i++) middle += wanted(x, &x->nodes[row[i]]) / n;
    for (int i = 0; i < n; i++) {
      double at = middle + (i - (n - 1) / 2.0) * (WIDTH + GAP_X);
      x->nodes[row[i]].x = at;
      if (at < least) least = at;
      if (at > most) most = at;
    }
  }
  for (int i = 0; i < x->n; i++) x->nodes[i].x += MARGIN + WIDTH / 2.0 - least;
  return most - least + WIDTH + 2 * MARGIN;
}

static double top_of(const Node *node) { return MARGIN + node->layer * (HEIGHT + GAP_Y); }

static void put_edges(Graph *x, const Node *to) {
  for (uint32_t i = 0; i < to->from.n; i++) {
    const Node *from = &x->nodes[to->from.data[i]];
    double y0 = top_of(from) + HEIGHT, y1 = top_of(to), half = GAP_Y / 2.0;
    strbuf_printf(x->g->out, "<path class=edge d=\"M%.0f %.0fC%.0f %.0f %.0f %.0f %.0f %.0f\"/>\n",
                  from->x, y0, from->x, y0 + half, to->x, y1 - half, to->x, y1);
  }
}

static void put_node(Graph *x, const Node *node) {
  Page *g = x->g;
  const Site *s = &g->s->all.data[node->site];
  const Unit *u = &g->units.data[g->unit_of[node->site]];
  double ns = g->p ? g->p->sites[s->id].ns : 0, bytes = s->cost.read + s->cost.written;
  double calls = page_calls(g, s);
  bool hot = g->p ? ns > 0.1 * g->ns : calls * bytes > 0.1 * g->bytes;
  strbuf_printf(g->out, "<a href=\"#u%d\"><rect class=%s x=%.0f y=%.0f width=%d height=%d rx=5 />"
                        "<title>", g->unit_of[node->site], hot ? "hotnode" : "node",
                node->x - WIDTH / 2.0, top_of(node), WIDTH, HEIGHT);
  page_text(g, u->name);
  strbuf_printf(g->out, " %s: %s flops, %s each</title>", page_place(g, s->at),
                page_number(g, s->cost.flops), page_bytes(g, bytes));
  strbuf_printf(g->out, "<text x=%.0f y=%.0f text-anchor=middle>", node->x, top_of(node) + 14);
  size_t n = strlen(u->name);
  page_escape(g->out, u->name, n > 20 ? 20 : n);
  strbuf_printf(g->out, "</text><text class=dim x=%.0f y=%.0f text-anchor=middle>", node->x,
                top_of(node) + 27);
  page_text(g, page_place(g, s->at));
  strbuf_printf(g->out, " %s", g->p ? page_time(g, ns) : page_bytes(g, bytes));
  if (calls != 1) strbuf_printf(g->out, " \xc3\x97%s", page_number(g, calls));
  strbuf_puts(g->out, "</text></a>\n");
}

void page_graph(Page *g) {
  Graph x = graph_make(g);
  double width = graph_place(&x);
  strbuf_puts(g->out, "<h2 id=graph>What reads what</h2>\n");
  if (!x.n) {
    strbuf_puts(g->out, "<p>There are no kernels: all of it is scalar code.</p>\n");
    return;
  }
  strbuf_puts(g->out, "<p class=dim>Each box is a kernel at one place of the program: what fusion "
                      "made of it. Lines lead from results down to what reads them; what a loop "
                      "carries from one step to the next is not drawn.</p>\n");
  int height = x.layers * (HEIGHT + GAP_Y) - GAP_Y + 2 * MARGIN;
  strbuf_printf(g->out, "<div class=scroll><svg width=%.0f height=%d viewBox=\"0 0 %.0f %d\">\n",
                width, height, width, height);
  for (int i = 0; i < x.n; i++) put_edges(&x, &x.nodes[i]);
  for (int i = 0; i < x.n; i++) put_node(&x, &x.nodes[i]);
  strbuf_puts(g->out, "</svg></div>\n");
  if (x.n == MOST_NODES)
    strbuf_printf(g->out, "<p class=dim>The first %d are drawn.</p>\n", MOST_NODES);
}
