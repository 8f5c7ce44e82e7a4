// measure.c -- measures a compiled function: measure FUNCTION TYPE [options] prints one line
//
//     FUNCTION TYPE COUNT  ULP  ARGUMENTS  RESULT  EXACT  WRONG  ARGUMENTS
//
// the largest error and where it is, and how many results are wrong in kind (nan or infinity or
// zero of the wrong sign) with the arguments of the first of them.
//
//   --level=L         x86-64 level of the kernel (default v3)
//   --from=I --to=I   a part of the plan
//   --stride=N        each N-th argument (default 1); 0: samples
//   --arguments       writes the arguments in blocks to stdout instead, x then y for each block
//   --time            prints nanoseconds for an element instead, of ordinary arguments, the best of
//   some
//   --results         takes the results from stdin instead of computing them
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "accuracy.h"

typedef int KernelFn(const void *args, void *results, void *workspace, size_t size,
                     const void *call);
typedef struct Kernel {
  const char *function, *type, *level;
  KernelFn *run;
  size_t workspace;
} Kernel;
#include "kernels.inc"

typedef struct Score {
  double ulp;
  double at[MAX_ARITY], got, want;
  uint64_t wrong;
  double wrong_at[MAX_ARITY];
} Score;

typedef struct Run {
  Plan plan;
  const Kernel *kernel;
  uint64_t from, to;
  bool arguments, results, time;
  void *x[MAX_ARITY], *y, *workspace;
  double *xd[MAX_ARITY], *r, *e;
} Run;

static double flush(const Format *f, double x) {
  return f->flushes && fabs(x) < ldexp(1, f->least) ? copysign(0, x) : x;
}

//===-- errors ------------------------------------------------------------------------------===//

// An infinite error where one of them alone is nan.
static double error_of(const Format *f, double y, long double r) {
  if (isnan(y) || isnan(r)) return isnan(y) && isnan(r) ? 0 : INFINITY;
  long double huge = ldexpl(1, f->huge), tiny = ldexpl(1, f->least), v = y;
  if (isinf(y)) v = copysignl(huge, y);
  if (fabsl(r) > huge) r = copysignl(huge, r);
  if (f->flushes && fabsl(r) < tiny && fabsl(v) <= tiny) return 0;
  if (f->flushes && v == 0) v = copysignl(tiny - ldexpl(tiny, 1 - f->digits), r);
  int e = r == 0 ? f->least : ilogbl(r);
  if (e < f->least) e = f->least;
  if (e > f->huge - 1) e = f->huge - 1;
  return (double)fabsl(ldexpl(v - r, f->digits - 1 - e));
}

static bool wrong_zero(const Format *f, double y, double r) {
  return y == 0 && fabs(r) < ldexp(1, f->flushes ? f->least : f->least - f->digits) &&
         !signbit(y) != !signbit(r);
}

// error_of for a block of f32, in a form that vectorises.
static double errors_f32(const float *restrict y, const double *restrict r, double *restrict e) {
  const double huge = 0x1p128, tiny = 0x1p-126;
  double worst = 0;
  for (int i = 0; i < BLOCK; i++) {
    double v = y[i], s = r[i], a = fabs(s) < huge ? fabs(s) : huge;
    double b = v * copysign(1, s);
    b = b > huge ? huge : b < -huge ? -huge : b;
    b = b == 0 && a >= tiny ? tiny - 0x1p-149 : b;
    uint64_t bits;
    double top = a < huge ? a : 0x1p127;
    memcpy(&bits, &top, 8);
    bits &= (uint64_t)0x7ff << 52;
    double unit;
    memcpy(&unit, &bits, 8);
    unit = unit < tiny ? tiny : unit;
    double error = fabs(b - a) * 0x1p23 / unit;
    error = a < tiny && fabs(b) <= tiny ? 0 : error;
    error = s != s ? (v != v ? 0 : INFINITY) : v != v ? INFINITY : error;
    e[i] = error;
    worst = error > worst ? error : worst;
  }
  return worst;
}

static void score_one(Run *run, Score *s, int i, double error) {
  const Function *f = run->plan.f;
  double y = type_decode(run->plan.type, run->y, i);
  bool wrong = isinf(error) || wrong_zero(&formats[run->plan.type], y, run->r[i]);
  if (wrong) {
    for (int k = 0; k < f->arity && !s->wrong; k++)
      s->wrong_at[k] = run->xd[k][i];
    s->wrong++;
  }
  if (isinf(error) || error <= s->ulp) return;
  for (int k = 0; k < f->arity; k++)
    s->at[k] = run->xd[k][i];
  s->ulp = error, s->got = y, s->want = run->r[i];
}

static void score_f32(Run *run, Score *s, int n) {
  double worst = errors_f32(run->y, run->r, run->e);
  int zeros = 0;
  for (int i = 0; i < BLOCK; i++) {
    float y = ((const float *)run->y)[i];
    zeros += y == 0 && fabs(run->r[i]) < 0x1p-126 && !signbit(y) != !signbit(run->r[i]);
  }
  if (worst <= s->ulp && !zeros) return;
  for (int i = 0; i < n; i++)
    score_one(run, s, i, run->e[i]);
}

static void score_block(Run *run, Score *s, int n) {
  const Function *f = run->plan.f;
  const Format *form = &formats[run->plan.type];
  for (int k = 0; k < f->arity; k++)
    for (int i = 0; i < n; i++)
      run->xd[k][i] = flush(form, type_decode(run->plan.type, run->x[k], i));
  bool fast = f->fast && run->plan.type != F64;
  if (fast) f->fast((const double *const *)run->xd, run->r, BLOCK);
  if (fast && run->plan.type == F32) {
    score_f32(run, s, n);
    return;
  }
  for (int i = 0; i < n; i++) {
    double at[MAX_ARITY];
    for (int k = 0; k < f->arity; k++)
      at[k] = run->xd[k][i];
    long double r = fast ? (long double)run->r[i] : f->exact(at);
    run->r[i] = (double)r;
    score_one(run, s, i, error_of(form, type_decode(run->plan.type, run->y, i), r));
  }
}

//===-- the run -----------------------------------------------------------------------------===//

_Noreturn static void fail(const char *what, const char *name) {
  fprintf(stderr, "measure: %s: %s\n", what, name);
  exit(2);
}

static void *allocate(size_t size) {
  void *p = aligned_alloc(64, (size + 127) / 64 * 64);
  if (!p) fail("no memory", "");
  memset(p, 0, size);
  return p;
}

static void compute(Run *run) {
  int arity = run->plan.f->arity;
  size_t bytes = BLOCK * (size_t)formats[run->plan.type].size;
  if (run->results) {
    if (fread(run->y, 1, bytes, stdin) != bytes) fail("results are missing", run->plan.f->name);
    return;
  }
  const void *args[MAX_ARITY];
  for (int k = 0; k < arity; k++)
    args[k] = run->x[k];
  void *out[] = {run->y};
  if (run->kernel->run(args, out, run->workspace, run->kernel->workspace, NULL))
    fail("the kernel refuses", run->plan.f->name);
}

static void print_numbers(const double *x, int n) {
  for (int k = 0; k < n; k++)
    printf("%s%.17g", k ? "," : "", x[k]);
}

static void print_score(const Run *run, const Score *s) {
  int arity = run->plan.f->arity;
  printf("%s\t%s\t%llu\t%.*f\t", run->plan.f->name, formats[run->plan.type].name,
         (unsigned long long)(run->to - run->from), s->ulp < 1e6 ? 4 : 0, fmin(s->ulp, 1e9));
  print_numbers(s->at, arity);
  printf("\t%.17g\t%.17g\t%llu\t", s->got, s->want, (unsigned long long)s->wrong);
  print_numbers(s->wrong_at, s->wrong ? arity : 0);
  printf("\n");
}

static void measure(Run *run) {
  Score s = {0};
  size_t size = (size_t)formats[run->plan.type].size;
  for (uint64_t i = run->from; i < run->to; i += BLOCK) {
    int n = run->to - i < BLOCK ? (int)(run->to - i) : BLOCK;
    plan_fill(&run->plan, i, BLOCK, run->x);
    for (int k = 0; k < run->plan.f->arity && run->arguments; k++)
      if (fwrite(run->x[k], size, BLOCK, stdout) != BLOCK) exit(2);
    if (run->arguments) continue;
    compute(run);
    score_block(run, &s, n);
  }
  if (!run->arguments) print_score(run, &s);
}

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

// Nanoseconds for an element: the best of 50 times 1 ms.
static double best_time(Run *run) {
  const Function *f = run->plan.f;
  Plan samples = {f, run->plan.type, 0};
  plan_fill(&samples, 0, BLOCK, run->x);
  for (int i = 0; i < BLOCK && f->arity == 1; i++)
    type_encode(run->plan.type, run->x[0], i, f->span * ((i * 37 % BLOCK + 0.5) / (BLOCK / 2) - 1));
  double best = INFINITY, per = 1;
  for (int i = 0; i < 50; i++) {
    int n = i ? (int)(1e6 / per / BLOCK) + 1 : 1;
    double start = seconds();
    for (int k = 0; k < n; k++)
      compute(run);
    per = (seconds() - start) * 1e9 / n / BLOCK;
    best = per < best ? per : best;
  }
  return best;
}

static const char *option(const char *arg, const char *name) {
  size_t n = strlen(name);
  return strncmp(arg, name, n) ? NULL : arg + n;
}

static Type type_find(const char *name) {
  for (int t = 0; t < TYPE_COUNT; t++)
    if (!strcmp(formats[t].name, name)) return (Type)t;
  fail("no such type", name);
}

static const Kernel *kernel_find(const Run *run, const char *level) {
  for (int i = 0; kernels[i].function; i++) {
    const Kernel *k = &kernels[i];
    if (!strcmp(k->function, run->plan.f->name) && !strcmp(k->level, level) &&
        !strcmp(k->type, formats[run->plan.type].name))
      return k;
  }
  fail("not compiled", run->plan.f->name);
}

static void buffers(Run *run) {
  size_t bytes = BLOCK * sizeof(double);
  for (int k = 0; k < MAX_ARITY; k++)
    run->x[k] = allocate(bytes), run->xd[k] = allocate(bytes);
  run->y = allocate(bytes), run->r = allocate(bytes), run->e = allocate(bytes);
  run->workspace = run->kernel ? allocate(run->kernel->workspace) : NULL;
}

int main(int argc, char **argv) {
  if (argc < 3) fail("give", "FUNCTION TYPE");
  Run run = {.plan = {function_find(argv[1]), type_find(argv[2]), 1}};
  if (!run.plan.f) fail("no such function", argv[1]);
  bool unary = run.plan.f->arity == 1 && run.plan.type != F64;
  if (!unary) run.plan.stride = 0;
  const char *level = "v3", *v, *to = NULL;
  for (int i = 3; i < argc; i++) {
    if ((v = option(argv[i], "--level=")))
      level = v;
    else if ((v = option(argv[i], "--from=")))
      run.from = strtoull(v, NULL, 0);
    else if ((v = option(argv[i], "--to=")))
      to = v;
    else if ((v = option(argv[i], "--stride=")) && unary)
      run.plan.stride = strtoull(v, NULL, 0);
    else if (!strcmp(argv[i], "--arguments"))
      run.arguments = true;
    else if (!strcmp(argv[i], "--time"))
      run.time = true;
    else if (!strcmp(argv[i], "--results"))
      run.results = true;
    else if (!v)
      fail("unknown option", argv[i]);
  }
  uint64_t all = (uint64_t)1 << 8 * formats[run.plan.type].size % 64;
  run.to = to ? strtoull(to, NULL, 0) : run.plan.stride ? all / run.plan.stride : 1 << 17;
  if (!run.arguments && !run.results) run.kernel = kernel_find(&run, level);
  buffers(&run);
  if (run.time)
    printf("%.4f\n", best_time(&run));
  else
    measure(&run);
  return 0;
}
