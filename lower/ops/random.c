// random.c -- the threefry-2x32 block cipher, 20 rounds (Salmon et al., Parallel random numbers: as
// easy as 1, 2, 3, 2011). The other random ops expand to it.
#include "lower/host/host.h"

static Val rotate(Build *b, Val x, int n) {
  Val left = emit_int(b, mlirValueGetType(x), n), right = emit_int(b, mlirValueGetType(x), 32 - n);
  Val hi = emit_bin(b, "arith.shli", x, left), lo = emit_bin(b, "arith.shrui", x, right);
  return emit_bin(b, "arith.ori", hi, lo);
}

static bool scalar_threefry2x32(Build *b, const OpCall *c, const Val *x, Val *y) {
  static const int rotations[2][4] = {{13, 15, 26, 6}, {17, 29, 16, 24}};
  MlirType t = mlirValueGetType(x[2]);
  Val parity = emit_int(b, t, 0x1BD11BDA);
  Val both = emit_bin(b, "arith.xori", x[0], x[1]);
  Val key[] = {x[0], x[1], emit_bin(b, "arith.xori", both, parity)};
  Val x0 = emit_add(b, x[2], key[0]), x1 = emit_add(b, x[3], key[1]);
  for (int group = 0; group < 5; group++) {
    for (int i = 0; i < 4; i++) {
      x0 = emit_add(b, x0, x1);
      x1 = rotate(b, x1, rotations[group % 2][i]);
      x1 = emit_bin(b, "arith.xori", x1, x0);
    }
    x0 = emit_add(b, x0, key[(group + 1) % 3]);
    x1 = emit_add(b, x1, key[(group + 2) % 3]);
    Val count = emit_int(b, t, group + 1);
    x1 = emit_add(b, x1, count);
  }
  y[0] = x0, y[1] = x1;
  return true;
}
const OpLower lower_threefry2x32 = {.scalar = scalar_threefry2x32};

// Keys are expanded to threefry2x32 before.
static bool host_expanded(Host *h, const OpCall *c) {
  return lower_error(c, "must be expanded before lowering (pass expand-ops)");
}
const OpLower lower_random_seed = {.host = host_expanded};
const OpLower lower_random_split = {.host = host_expanded};
const OpLower lower_random_fold_in = {.host = host_expanded};
const OpLower lower_random_bits = {.host = host_expanded};

//===-- numpy_random: a call of the runtime ---------------------------------------------===//

static bool host_numpy_random(Host *h, const OpCall *c) {
  MlirStringRef name = mlirStringAttrGetValue(attr_get(c->attrs, "name"));
  bool seed = c->nin == 1;
  Dims p = seed ? (Dims){.n = 2} : val_dims(c->in[1]);
  const Place *dst[3] = {0};
  for (int i = 0; i < c->nout; i++)
    dst[i] = host_destination(h, op_result(c->op, i));
  Dims counts = {7,
                 {element_dtype(type_element(c->out[0])), val_dims(c->in[0]).d[0],
                  type_dims(c->out[seed ? 0 : 1]).d[0], p.d[0], p.d[1], type_count(c->out[0]),
                  type_count(c->out[c->nout - 1])}};
  MlirAttribute key = attr_of_dims(h->b.ctx, counts);
  Val args[7];
  args[0] = host_pointer(h, host_text(h, name.data, (int64_t)name.length));
  args[1] = host_pointer(h, host_data(h, key.ptr, counts.d, 7 * 8));
  args[2] = host_address(h, host_place(h, c->in[0]));
  args[3] = seed ? args[2] : host_address(h, host_place(h, c->in[1]));
  args[4] = host_address(h, dst[seed ? 0 : 1]);
  args[5] = host_address(h, dst[0]);
  args[6] = host_address(h, dst[c->nout - 1]);
  host_runtime(h, "cjax_rt_numpy_random", 7, args, (MlirType){0});
  for (int i = 0; i < c->nout; i++)
    host_bind(h, op_result(c->op, i), dst[i]);
  return true;
}
const OpLower lower_numpy_random = {.host = host_numpy_random};
