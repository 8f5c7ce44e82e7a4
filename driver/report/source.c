// source.c -- the program's text with what its lines cost, and the kernels with their code.
#include "driver/report/page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

//===-- lines ------------------------------------------------------------------------------===//

enum { MOST_NAMES = 3 }; // kernels named on a line

static void put_units(Page *g, const LineCost *l) {
  uint32_t n = l ? l->units.n : 0;
  for (uint32_t i = 0; i < n && i < MOST_NAMES; i++) {
    const Unit *u = &g->units.data[l->units.data[i]];
    strbuf_printf(g->out, "%s<a href=\"#u%d\">", i ? " " : "", l->units.data[i]);
    page_text(g, u->name);
    strbuf_puts(g->out, "</a>");
  }
  if (n > MOST_NAMES) strbuf_printf(g->out, " <span class=dim>+%u</span>", n - MOST_NAMES);
}

static void put_line(Page *g, SrcRange at, const char *text, size_t n, const LineCost *l) {
  StrBuf *s = g->out;
  double share = !l ? 0 : g->p ? l->ns / (g->ns > 0 ? g->ns : 1) : l->bytes / (g->bytes + 1);
  strbuf_printf(s, "<tr id=\"L%u-%u\"%s><td class=dim>%u", at.file, at.line,
                share > 0.1 ? " class=hot" : "", at.line);
  if (g->p)
    strbuf_printf(s, "<td class=time style=\"--w:%.1f%%\">%s", 100 * share,
                  l && l->ns > 0 ? page_time(g, l->ns) : "");
  strbuf_printf(s, "<td>%s", l && l->flops > 0 ? page_number(g, l->flops) : "");
  strbuf_printf(s, "<td%s style=\"--w:%.1f%%\">%s<td class=l>", g->p ? "" : " class=time",
                100 * share, l && l->bytes > 0 ? page_bytes(g, l->bytes) : "");
  put_units(g, l);
  strbuf_puts(s, "<td class=code>");
  page_escape(s, text, n);
  strbuf_putc(s, '\n');
}

static const LineCost *line_of(const Page *g, uint32_t file, uint32_t line) {
  for (uint32_t i = 0; i < g->lines.n; i++)
    if (g->lines.data[i].at.file == file && g->lines.data[i].at.line == line)
      return &g->lines.data[i];
  return NULL;
}

static void put_file(Page *g, uint32_t file) {
  strbuf_puts(g->out, "<p>");
  page_text(g, diag_file_name(file));
  strbuf_printf(g->out, "<div class=scroll><table class=src><tr><th>line%s<th>flops<th>bytes"
                        "<th class=l>kernels<th class=l>source\n", g->p ? "<th>time" : "");
  size_t n;
  const char *text;
  for (uint32_t line = 1; (text = diag_source_line(file, line, &n)); line++)
    put_line(g, (SrcRange){.file = file, .line = line}, text, n, line_of(g, file, line));
  strbuf_puts(g->out, "</table></div>\n");
}

void page_source(Page *g) {
  strbuf_puts(g->out, "<h2 id=source>Source</h2>\n<p class=dim>What one kernel takes is divided "
                      "among the lines of its operations, by their number and their results' "
                      "size.</p>\n");
  uint32_t main = diag_find_file(g->o->file);
  if (main) put_file(g, main);
  for (uint32_t i = 0; i < g->lines.n; i++) {
    uint32_t file = g->lines.data[i].at.file;
    bool first = !i || g->lines.data[i - 1].at.file != file;
    if (file && file != main && first) put_file(g, file);
  }
}

//===-- kernels ----------------------------------------------------------------------------===//

static Page *sorting;

// By time, or by bytes.
static int by_cost(const void *x, const void *y) {
  int i = *(const int *)x, k = *(const int *)y;
  const Unit *p = &sorting->units.data[i], *q = &sorting->units.data[k];
  double a = sorting->p ? p->ns : p->bytes, b = sorting->p ? q->ns : q->bytes;
  return a > b ? -1 : a < b ? 1 : i - k;
}

static int *in_order(Page *g) {
  int *order = ARENA_ARRAY(g->a, int, g->units.n + 1);
  for (uint32_t i = 0; i < g->units.n; i++) order[i] = (int)i;
  sorting = g;
  qsort(order, g->units.n, sizeof *order, by_cost);
  return order;
}

static const char *bound(const Unit *u) {
  return u->at_least ? "\xe2\x89\xa5 " : u->at_most ? "\xe2\x89\xa4 " : "";
}

static void put_row(Page *g, int i) {
  const Unit *u = &g->units.data[i];
  StrBuf *s = g->out;
  bool open = u->kernel != NULL;
  strbuf_printf(s, "<tr><td class=l>%s", open ? "" : "<span class=dim>runtime</span> ");
  strbuf_printf(s, open ? "<a href=\"#u%d\">" : "<a id=\"u%d\">", i);
  page_text(g, u->name);
  strbuf_printf(s, "</a><td class=l><a href=\"#L%u-%u\">", u->at.file, u->at.line);
  page_text(g, page_place(g, u->at));
  strbuf_printf(s, "</a><td>%s%s", bound(u), page_number(g, u->calls));
  strbuf_printf(s, "<td>%s<td>%s<td>", page_number(g, u->flops), page_bytes(g, u->bytes));
  if (u->bytes > 0) strbuf_printf(s, "%.2f", u->flops / u->bytes);
  strbuf_printf(s, "<td>%s", u->kernel && u->kernel->parallel ? "yes" : "");
  if (g->p) {
    double share = g->ns > 0 ? 100 * u->ns / g->ns : 0;
    strbuf_printf(s, "<td class=time style=\"--w:%.1f%%\">%s<td>%s<td>%s/s", share,
                  page_time(g, u->ns), page_number(g, u->ns > 0 ? u->flops / u->ns * 1e9 : 0),
                  page_bytes(g, u->ns > 0 ? u->bytes / u->ns * 1e9 : 0));
  }
  strbuf_putc(s, '\n');
}

static void put_code(Page *g, const char *title, const char *text, size_t most) {
  size_t n = strlen(text);
  strbuf_printf(g->out, "<h3>%s</h3><pre>", title);
  if (n > most) // whole lines
    for (n = most; n && text[n - 1] != '\n';) n--;
  page_escape(g->out, text, n);
  if (text[n]) strbuf_printf(g->out, "... %zu more bytes\n", strlen(text + n));
  strbuf_puts(g->out, "</pre>\n");
}

// BUDGET: bytes of all kernels' code.
enum { BUDGET = 1100000, LEAST = 1200 };

static void put_details(Page *g, int i) {
  const Unit *u = &g->units.data[i];
  size_t most = BUDGET / (g->units.n + 1) / 2;
  if (!u->kernel) return;
  strbuf_printf(g->out, "<details id=\"u%d\"><summary>", i);
  page_text(g, u->name);
  strbuf_printf(g->out, " <a href=\"#L%u-%u\">", u->at.file, u->at.line);
  page_text(g, page_place(g, u->at));
  strbuf_printf(g->out, "</a><span class=n>%s</span></summary>\n",
                g->p ? page_time(g, u->ns) : page_bytes(g, u->bytes));
  put_code(g, "operations", u->kernel->text, most < LEAST ? LEAST : most);
  const char *code = u->kernel->code.data;
  put_code(g, "assembly", *code ? code : "(inlined where it is called)",
      most < LEAST ? LEAST : most);
  strbuf_puts(g->out, "</details>\n");
}

void page_kernels(Page *g) {
  int *order = in_order(g);
  strbuf_printf(g->out, "<h2 id=kernels>Kernels</h2>\n<p class=dim>All calls together. Bytes as if "
                        "nothing stayed in a cache; exp, log and the like count %d flops. "
                        "%s</p>\n<div class=scroll><table><tr><th class=l>kernel<th class=l>line"
                        "<th>calls<th>flops<th>bytes<th>flops/byte<th>threads%s\n",
                COST_FUNCTION,
                g->p ? "" : "\xe2\x89\xa5: in a loop whose length only the running program knows; "
                            "\xe2\x89\xa4: in a branch.",
                g->p ? "<th>time<th>flop/s<th>bytes" : "");
  for (uint32_t i = 0; i < g->units.n; i++) put_row(g, order[i]);
  strbuf_puts(g->out, "</table></div>\n");
}

void page_code(Page *g) {
  int *order = in_order(g);
  strbuf_puts(g->out, "<h2 id=code>Code</h2>\n<p class=dim>Of each kernel the operations, and the "
                      "instructions for the oldest processor it has code for.</p>\n");
  for (uint32_t i = 0; i < g->units.n; i++) put_details(g, order[i]);
}
