// report.c -- the page as a whole.  It has no dates and no times of compilation: the same program
// gives the same page.
#include "driver/report/page.h"

#include "lower/output.h"

#include <string.h>

static void put_fact(Page *g, const char *value, const char *what) {
  strbuf_printf(g->out, "<div><b>%s</b>%s</div>\n", value, what);
}

static double plan_size(const Sites *s) {
  for (uint32_t i = 0; i < s->plans.n; i++)
    if (!strcmp(s->plans.data[i].function, "cjax_main")) return (double)s->plans.data[i].size;
  double most = 0;
  for (uint32_t i = 0; i < s->plans.n; i++)
    if ((double)s->plans.data[i].size > most) most = (double)s->plans.data[i].size;
  return most;
}

static void put_head(Page *g) {
  StrBuf *s = g->out;
  strbuf_puts(s, "<!doctype html>\n<html lang=en><meta charset=utf-8>\n"
                 "<meta name=viewport content=\"width=device-width\">\n<title>");
  page_text(g, g->o->file);
  strbuf_printf(s, "</title>\n<style>\n%s</style>\n<h1>", page_style);
  page_text(g, g->o->file);
  strbuf_puts(s, "</h1>\n<div class=dim>");
  page_text(g, g->o->options);
  strbuf_puts(s, "</div>\n<nav><a href=\"#source\">Source</a><a href=\"#kernels\">Kernels</a>"
                 "<a href=\"#graph\">What reads what</a><a href=\"#memory\">Memory</a>"
                 "<a href=\"#threads\">Threads</a><a href=\"#roofline\">Roofline</a>"
                 "<a href=\"#code\">Code</a></nav>\n"
                 "<div class=facts>\n");
  if (g->p) {
    put_fact(g, page_time(g, g->p->wall), "the run");
    put_fact(g, arena_printf(g->a, "%.0f %%", 100 * g->ns / g->p->wall), "of it in kernels");
  }
  put_fact(g, arena_printf(g->a, "%u", g->s->kernels.n), "kernels");
  put_fact(g, page_number(g, g->flops), "flops");
  put_fact(g, page_bytes(g, g->bytes), "moved");
  put_fact(g, page_bytes(g, plan_size(g->s)), "of memory");
  strbuf_puts(s, "</div>\n");
}

bool report_write(Arena *a, const Sites *sites, const ReportOptions *o, const char *path) {
  StrBuf out;
  strbuf_init(&out, a);
  Page g = {.a = a, .out = &out, .s = sites, .o = o, .p = o->profile};
  page_collect(&g);
  put_head(&g);
  page_source(&g);
  page_kernels(&g);
  page_graph(&g);
  page_memory(&g);
  page_threads(&g);
  page_roofline(&g);
  page_code(&g);
  strbuf_puts(&out, "</html>\n");
  return output_write(path, out.data, out.n);
}
