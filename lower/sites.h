// sites.h -- what the ops of a program cost, what they read of each other, and which kernels they
// become: what reports and profiles are made of.
//
// Between sites_begin and sites_end lowering notes here what it makes; without, it does nothing.
#ifndef CJAX_LOWER_SITES_H
#define CJAX_LOWER_SITES_H

#include <mlir-c/IR.h>
#include <stdbool.h>

#include "dialect/support/diag.h"
#include "dialect/support/strbuf.h"
#include "dialect/support/vec.h"
#include "lower/cost.h"

// A part of a site's work, at the line of an op.
typedef struct SiteShare {
  SrcRange at;
  double flops, weight; // weights of a site add up to 1
} SiteShare;

typedef struct Site {
  const char *name;   // "add", "fusion"
  const char *of;     // the function it is in
  int function;       // its number
  SrcRange at;
  Cost cost;          // of one run
  double times;       // how often it runs
  bool at_most;       // in a branch
  bool at_least;      // in a loop whose length is not known: once counts
  int id;             // among those that are measured, in order; -1: no code of its own
  int kernel;         // or -1: host code
  int loop;           // the loop around it, from 0, or -1
  VEC(SiteShare) shares;
  VEC(int) from;      // the sites that make what it reads
} Site;

typedef struct SiteKernel {
  const char *symbol; // "k3_fusion"
  const char *text;   // the op, as IR
  StrBuf code;        // assembly, or empty: part of its caller
  bool parallel;
} SiteKernel;

// A buffer of a function's memory; its life is positions in the function's code.
typedef struct PlanBuffer {
  int64_t offset, size;
  long begin, end;
  SrcRange at;
  const char *callee; // whose memory it is, or null
} PlanBuffer;

typedef struct PlanLine {
  long position;
  SrcRange at;
} PlanLine;

typedef struct Plan {
  const char *function;
  int64_t size;
  long end;
  VEC(PlanBuffer) buffers;
  VEC(PlanLine) lines;
} Plan;

typedef struct Sites {
  Arena *arena;
  const char *program; // what profiles are named after
  bool listed;         // the code of kernels is wanted
  bool profile;        // ops are measured when the program runs
  VEC(Site) all;
  VEC(SiteKernel) kernels;
  VEC(Plan) plans;
  VEC(int) measured; // id -> site
  int nloops;
  struct PtrMap *index, *symbols; // op -> site + 1; symbol -> kernel + 1
} Sites;

Sites *sites_create(Arena *a, const char *program);
// Reads the module as it is before it is lowered.
void sites_begin(Sites *s, MlirModule m);
void sites_end(void);
// Those of the module being lowered, or null.
Sites *sites_now(void);
// The op is about to become code: its id, or -1 where it is not measured.
int sites_measure(MlirOperation op);
// The op became a call of the kernel.
void sites_kernel(MlirOperation op, MlirAttribute symbol);
void sites_parallel(const char *symbol);
// The plan being made, or null.
Plan *sites_plan(const char *function, int64_t size, long end);
// One line for each id, "NAME<tab>FILE:LINE:COL", behind one with the program's name.
void sites_table(const Sites *s, StrBuf *text);

#endif
