// cost.c -- what one run of an op costs, by its shapes alone.
//
// Factorisations and transforms count as textbooks count them (Golub and Van Loan, Matrix
// Computations): by their term of highest order.
#include "lower/cost.h"

#include <math.h>
#include <string.h>

#include "dialect/op.h"
#include "dialect/transforms/patterns.h"

static double count_of(Val v) { return (double)type_count(mlirValueGetType(v)); }

static double bytes_of(Val v) { return count_of(v) * ((element_bits(val_element(v)) + 7) / 8); }

static bool is_float(Val v) { return element_is_inexact(val_element(v)); }

//===-- operations on floats ---------------------------------------------------------------===//

static double flops_dot(const OpCall *c) {
  Dims x = val_dims(c->in[0]), over = attr_dims(c->attrs, "lhs_contracting");
  double n = 2 * (double)type_count(c->out[0]);
  for (int i = 0; i < over.n; i++) n *= (double)x.d[over.d[i]];
  return n;
}

// Each element of the result is a window of one of y's output features.
static double flops_conv(const OpCall *c) {
  Dims y = val_dims(c->in[1]), spec = attr_dims(c->attrs, "rhs_spec");
  double features = spec.n ? (double)y.d[spec.d[0]] : 1;
  return features > 0 ? 2 * (double)type_count(c->out[0]) * count_of(c->in[1]) / features : 0;
}

static double flops_fft(const OpCall *c) {
  Dims d = val_dims(c->in[0]);
  int64_t rank = c->kind == OP_FFT ? attr_int(c->attrs, "rank") : 1;
  double length = 1;
  for (int i = d.n - (int)rank; i < d.n; i++) length *= i < 0 ? 1 : (double)d.d[i];
  return length > 1 ? 5 * count_of(c->in[0]) * log2(length) : 0;
}

// In terms of an m by n matrix, k = min(m, n).
static double flops_factor(const OpCall *c) {
  Dims d = val_dims(c->in[0]);
  if (d.n < 2) return count_of(c->in[0]);
  double m = (double)d.d[d.n - 2], n = (double)d.d[d.n - 1], k = m < n ? m : n;
  double batch = m * n > 0 ? count_of(c->in[0]) / (m * n) : 0, one;
  switch (c->kind) {
  case OP_CHOLESKY: one = n * n * n / 3; break;
  case OP_LU: one = m * n * k - (m + n) * k * k / 2 + k * k * k / 3, one *= 2; break;
  case OP_QR:
  case OP_GEQRF: one = 2 * k * k * ((m > n ? m : n) - k / 3); break;
  case OP_TRIANGULAR_SOLVE: return count_of(c->in[1]) * n;
  case OP_EIGH: one = 9 * n * n * n; break;
  case OP_SVD: one = 4 * m * m * n + 8 * m * n * n + 9 * n * n * n; break;
  case OP_EIG:
  case OP_SCHUR: one = 25 * n * n * n; break;
  default: one = 4 * m * n * k / 3; break;
  }
  return batch * one;
}

static double flops_window(const OpCall *c) {
  Dims w = attr_dims(c->attrs, "window_dimensions");
  return (double)type_count(c->out[0]) * (double)dims_product(w);
}

static bool is_plain(OpKind k) {
  static const char *const families[] = {"convert", "marker", "select"};
  for (size_t i = 0; i < sizeof families / sizeof *families; i++)
    if (!strcmp(op_info[k].family, families[i])) return true;
  return false;
}

static double flops_elementwise(const OpCall *c) {
  if (is_plain(c->kind)) return 0;
  double each = op_rules(c->kind)->flags & OP_EXPENSIVE ? COST_FUNCTION : 1;
  return each * (double)type_count(c->out[0]);
}

static double flops_of(const OpCall *c) {
  const char *family = op_info[c->kind].family;
  if (!c->nin || !c->nout || !is_float(c->in[0])) return 0;
  if (c->kind == OP_DOT_GENERAL) return flops_dot(c);
  if (c->kind == OP_CONV_GENERAL_DILATED) return flops_conv(c);
  if (!strcmp(family, "fft")) return flops_fft(c);
  if (!strcmp(family, "linalg") || !strcmp(family, "factor")) return flops_factor(c);
  if (!strncmp(op_name(c->kind), "reduce_window", 13)) return flops_window(c);
  if (!strcmp(family, "reduce") || !strcmp(family, "argreduce") || !strcmp(family, "cumulative"))
    return count_of(c->in[0]);
  if (!strcmp(family, "scatter") && c->kind != OP_SCATTER) return count_of(c->in[2]);
  return op_rules(c->kind)->flags & (OP_ELEMENTWISE | OP_DEFINED) ? flops_elementwise(c) : 0;
}

//===-- bytes ------------------------------------------------------------------------------===//

static double written_by(const OpCall *c) {
  double n = 0;
  for (int i = 0; i < c->nout; i++) n += bytes_of(op_result(c->op, i));
  return n;
}

static double read_by(const OpCall *c) {
  double n = 0;
  for (int i = 0; i < c->nin; i++) {
    bool again = false;
    for (int k = 0; k < i; k++) again = again || mlirValueEqual(c->in[k], c->in[i]);
    if (!again) n += bytes_of(c->in[i]);
  }
  return n;
}

// What takes or changes a part of an array moves that part.
static Cost moved_by(const OpCall *c) {
  double out = c->nout ? bytes_of(op_result(c->op, 0)) : 0;
  if (c->kind == OP_DYNAMIC_UPDATE_SLICE) out = bytes_of(c->in[1]);
  if (!strcmp(op_info[c->kind].family, "scatter")) out = bytes_of(c->in[2]);
  return (Cost){flops_of(c), out, out};
}

static bool moves_a_part(OpKind k) {
  return !strcmp(op_info[k].family, "index") || !strcmp(op_info[k].family, "scatter");
}

Cost cost_of(MlirOperation op) {
  Arena a;
  arena_init(&a);
  OpCall c = op_call(&a, op);
  Cost cost = {0};
  if (c.kind != OP_COUNT && moves_a_part(c.kind))
    cost = moved_by(&c);
  else if (c.kind != OP_COUNT)
    cost = (Cost){flops_of(&c), read_by(&c), written_by(&c)};
  if (c.kind == OP_FUSION) {
    MlirOperation x = mlirBlockGetFirstOperation(mlirRegionGetFirstBlock(c.regions[0]));
    for (; !mlirOperationIsNull(x); x = mlirOperationGetNextInBlock(x))
      cost.flops += cost_of(x).flops;
  }
  arena_release(&a);
  return cost;
}
