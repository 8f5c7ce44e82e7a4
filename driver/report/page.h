// page.h -- what the parts of a report have in common.
#ifndef CJAX_DRIVER_REPORT_PAGE_H
#define CJAX_DRIVER_REPORT_PAGE_H

#include "driver/report/report.h"

// A kernel, or an op that the runtime does: a row of the page.
typedef struct Unit {
  const char *name;
  const SiteKernel *kernel; // or null
  SrcRange at;              // of its first site
  double calls, flops, bytes, ns; // of all calls
  bool at_most, at_least;   // calls are a bound
  VEC(int) sites;
} Unit;

// What ops of one line cost, all calls together.
typedef struct LineCost {
  SrcRange at;
  double flops, bytes, ns;
  VEC(int) units;
} LineCost;

typedef struct Page {
  Arena *a;
  StrBuf *out;
  const Sites *s;
  const ReportOptions *o;
  const Profile *p; // or null
  VEC(Unit) units;
  int *unit_of;     // site -> unit, or -1
  VEC(LineCost) lines;
  double flops, bytes, ns; // of the program
} Page;

void page_collect(Page *g);
double page_calls(const Page *g, const Site *site); // measured where there is a profile

// The n bytes as HTML shows them, as text and in attributes.
void page_escape(StrBuf *out, const char *s, size_t n);
void page_text(Page *g, const char *s);
// "1.23 M", with three digits; 0 is "0".
const char *page_number(const Page *g, double x);
// "1.23 ms"
const char *page_time(const Page *g, double ns);
const char *page_bytes(const Page *g, double n);
// "model.py:12", or "" where no place is known.
const char *page_place(const Page *g, SrcRange at);
extern const char page_style[];

void page_source(Page *g);
void page_kernels(Page *g);
void page_code(Page *g);
void page_graph(Page *g);
void page_memory(Page *g);
void page_threads(Page *g);
void page_roofline(Page *g);

#endif
