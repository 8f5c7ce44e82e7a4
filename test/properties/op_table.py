"""op_table.py -- for each op the types, attributes and arguments on which the properties are tried.

A signature stands for one case per dtype of its first letter: F floats, X also complex, N also ints, A also bools, W floats
of 32 and 64 bits, V those and complex, Z complex, I ints, J ints and bools; P is the real part of Z, X or V.  `args` gives
a domain for each operand (domains.py).  `body` is IR for what is more than one op: $X is the letter's element type.
`also` are functions that the body names.  `refused` names the transformations that JAX refuses too (jvp, vjp; again: both, of its derivatives), and how."""

LETTERS = {
    "F": ("f64", "f32", "f16", "bf16"), "X": ("f64", "c128", "f32", "c64", "bf16"), "W": ("f64", "f32"),
    "V": ("f64", "c128", "f32", "c64"), "Z": ("c128", "c64"), "I": ("i32", "ui8"), "J": ("i64", "ui8", "i1"),
    "N": ("f64", "c128", "f32", "c64", "f16", "i32", "ui8"), "A": ("f64", "c128", "f32", "i16", "i1"),
}


class Case:
    def __init__(self, signature, attrs="", args=(), body=None, also="", refused=None):
        self.signature, self.attrs, self.args, self.body, self.also = signature, attrs, tuple(args), body, also
        self.refused = refused or {}


def ints(xs):
    return f"array<i64: {', '.join(map(str, xs))}>" if xs else "array<i64>"


def lists(**kw):
    return ", ".join(f"{k} = {ints(v)}" for k, v in kw.items())


def each(letter, n, shapes=((2, 3), (), (2, 0)), out=None, args=(), attrs="", refused=None):
    """Elementwise: n operands and a result of one shape."""
    found = []
    for shape in shapes:
        t = f"[{','.join(map(str, shape))}]"
        found.append(Case(f"{' '.join([letter + t] * n)} -> {(out or letter) + t}", attrs, args, refused=refused))
    return found


def unary(names, letter, domain="any"):
    return {name: each(letter, 1, args=[domain]) for name in names.split()}


def windows(**kw):
    names = ("offset_dims", "collapsed_slice_dims", "start_index_map", "operand_batching_dims", "start_indices_batching_dims")
    return lists(**{k: kw.get(k, ()) for k in names}, slice_sizes=kw["slice_sizes"]) + f', mode = "{kw.get("mode", "clip")}"' + kw.get("more", "")


def updates(**kw):
    names = ("update_window_dims", "inserted_window_dims", "scatter_dims_to_operand_dims", "operand_batching_dims", "scatter_indices_batching_dims")
    return lists(**{k: kw.get(k, ()) for k in names}) + f', mode = "{kw.get("mode", "clip")}"' + kw.get("more", "")


def scatters(letter, more=""):
    rows = dict(update_window_dims=[1], inserted_window_dims=[0], scatter_dims_to_operand_dims=[0], more=more)
    batched = dict(inserted_window_dims=[1], scatter_dims_to_operand_dims=[1], operand_batching_dims=[0],
                   scatter_indices_batching_dims=[0], more=more)
    return [Case(f"{letter}[5,2] i32[3,1] {letter}[3,2] -> {letter}[5,2]", updates(**rows), ["any", "places:5:1"]),
            Case(f"{letter}[5,2] i32[3,1] {letter}[3,2] -> {letter}[5,2]", updates(**rows, mode="fill"), ["any", "places:8:1"]),
            Case(f"{letter}[2,5] i32[2,3,1] {letter}[2,3] -> {letter}[2,5]", updates(**batched, mode="fill"), ["any", "places:5:1"]),
            Case(f"{letter}[6] i32[2,1] {letter}[2,2] -> {letter}[6]",
                 updates(update_window_dims=[1], scatter_dims_to_operand_dims=[0], more=more), ["any", "places:3:2"])]


def pad(low, high, interior):
    return lists(low=low, high=high, interior=interior)


def reduces(letter, args=("any",)):
    return [Case(f"{letter}[2,3] -> {letter}[2]", "axes = array<i64: 1>", args),
            Case(f"{letter}[2,3,2] -> {letter}[3]", "axes = array<i64: 0, 2>", args),
            Case(f"{letter}[3] -> {letter}[]", "axes = array<i64: 0>", args), Case(f"{letter}[] -> {letter}[]", "axes = array<i64>", args)]


def cumulative(letter):
    return [Case(f"{letter}[5] -> {letter}[5]", "axis = 0 : i64"), Case(f"{letter}[2,3] -> {letter}[2,3]", "axis = 1 : i64, reverse"),
            Case(f"{letter}[3,2] -> {letter}[3,2]", "axis = 0 : i64")]


def dot(contract, batch=((), ())):
    return lists(lhs_contracting=contract[0], rhs_contracting=contract[1], lhs_batch=batch[0], rhs_batch=batch[1])


DOTS = [("[3] B[3] -> C[]", dot(([0], [0]))), ("[2,3] B[3,4] -> C[2,4]", dot(([1], [0]))), ("[3,2] B[3] -> C[2]", dot(([0], [0]))),
        ("[2,3,4] B[4,2,3] -> C[2]", dot(([2, 1], [0, 2]), ([0], [1]))), ("[2,3] B[2] -> C[2,3,2]", dot(([], []))),
        ("[2,3,2] B[3,2,2] -> C[2,3,2,2]", dot(([], []), ([0, 1], [2, 0])))]


def dots(letter):
    return [Case(letter + s.replace("B", letter).replace("C", letter), attrs) for s, attrs in DOTS]


def solves():
    found = []
    for left in (0, 1):
        for k, flags in enumerate(("", "lower", "transpose_a", "lower, conjugate_a, transpose_a", "unit_diagonal", "lower, unit_diagonal, transpose_a")):
            b = "V[3,2]" if left else "V[2,3]"
            names = ", ".join(x for x in (flags, "left_side" * left) if x)
            found.append(Case(f"V[3,3] {b} -> {b}", names, ["triangular"]))
    return found + [Case("V[2,2,2] V[2,2,1] -> V[2,2,1]", "left_side, lower", ["triangular"])]


def sliced(start, limit, by):
    return lists(start_indices=start, limit_indices=limit, strides=by)


def window(size, stride, low, high, **dilations):
    return lists(window_dimensions=size, window_strides=stride, padding_low=low, padding_high=high, **dilations)


def dilated(size, stride, low, high, base=None, dilation=None):
    ones = [1] * len(size)
    return window(size, stride, low, high, base_dilation=base or ones, window_dilation=dilation or ones)


def convs(letter):
    """(shapes, specs, strides, low, high, dilations of x and of the window, groups)"""
    nhc, hio, same = [0, 2, 1], [2, 1, 0], [0, 1, 2, 3]
    rows = [("[2,4,2] B[3,2,3] -> C[2,4,3]", (nhc, hio, nhc), [1], [1], [1], [1], [1], (1, 1)),
            ("[1,3,4] B[2,2,4] -> C[1,4,4]", (nhc, hio, nhc), [2], [2], [1], [2], [1], (2, 1)),
            ("[4,1,3] B[2,1,2] -> C[2,2,3]", ([0, 1, 2],) * 3, [1], [1], [0], [1], [1], (1, 2)),
            ("[1,2,5,4] B[2,2,2,2] -> C[1,2,2,2]", (same,) * 3, [2, 1], [0, 0], [0, -1], [1, 1], [2, 1], (1, 1))]
    found = []
    for shapes, (lhs, rhs, out), stride, low, high, spread, dilation, (f, b) in rows:
        attrs = lists(lhs_spec=lhs, rhs_spec=rhs, out_spec=out, window_strides=stride, padding_low=low, padding_high=high,
                      lhs_dilation=spread, rhs_dilation=dilation)
        found.append(Case(letter + shapes.replace("B", letter).replace("C", letter),
                          f"{attrs}, feature_group_count = {f} : i64, batch_group_count = {b} : i64"))
    return found


SCAN = """  %r:2 = cjax.scan %a0, %a1 carry 1 length 3 {reverse}: (tensor<2x$X>, tensor<3x2x$X>) -> (tensor<2x$X>, tensor<3x2x$X>) do {{
  ^bb0(%c: tensor<2x$X>, %x: tensor<2x$X>):
    %p = cjax.mul %c, %x : tensor<2x$X>
    %q = cjax.sin %p : tensor<2x$X>
    %k = cjax.mul %q, %a2 : tensor<2x$X>
    %s = cjax.add %k, %x : tensor<2x$X>
    cjax.yield {carry}, %k : tensor<2x$X>, tensor<2x$X>
  }}
  return %r#0, %r#1 : tensor<2x$X>, tensor<3x2x$X>
"""
CASE = """  %r:2 = cjax.case %a0 : ({index}) -> (tensor<2x$X>, tensor<2x$X>) {{
    %p = cjax.sin %a1 : tensor<2x$X>
    cjax.yield %p, %a2 : tensor<2x$X>, tensor<2x$X>
  }}, {{
    %p = cjax.mul %a1, %a2 : tensor<2x$X>
    %q = cjax.exp %p : tensor<2x$X>
    cjax.yield %q, %q : tensor<2x$X>, tensor<2x$X>
  }}{more}
  return %r#0, %r#1 : tensor<2x$X>, tensor<2x$X>
"""
THIRD = """, {
    %z = cjax.constant dense<1.0> : tensor<2xf64>
    cjax.yield %z, %a1 : tensor<2xf64>, tensor<2xf64>
  }"""
WHILE = """  %none = cjax.constant dense<0> : tensor<i32>
  %one = cjax.constant dense<1> : tensor<i32>
  %r:2 = cjax.while %a0, %a1 : (tensor<i32>, tensor<2x$X>) -> (tensor<i32>, tensor<2x$X>) cond {
  ^bb0(%n: tensor<i32>, %c: tensor<2x$X>):
    %go = cjax.gt %n, %none : tensor<i32> -> tensor<i1>
    cjax.yield %go : tensor<i1>
  } do {
  ^bb0(%n: tensor<i32>, %c: tensor<2x$X>):
    %m = cjax.sub %n, %one : tensor<i32>
    %p = cjax.mul %c, %a2 : tensor<2x$X>
    %q = cjax.sin %p : tensor<2x$X>
    cjax.yield %m, %q : tensor<i32>, tensor<2x$X>
  }
  return %r#0, %r#1 : tensor<i32>, tensor<2x$X>
"""
HELPERS = """func.func private @g(%x: tensor<2x$X>, %w: tensor<2x$X>) -> tensor<2x$X> {
  %p = cjax.sin %x : tensor<2x$X>
  %y = cjax.mul %p, %w : tensor<2x$X>
  return %y : tensor<2x$X>
}
func.func private @g_jvp(%x: tensor<2x$X>, %w: tensor<2x$X>, %dx: tensor<2x$X>, %dw: tensor<2x$X>) -> (tensor<2x$X>, tensor<2x$X>) {
  %p = cjax.sin %x : tensor<2x$X>
  %y = cjax.mul %p, %w : tensor<2x$X>
  %c = cjax.cos %x : tensor<2x$X>
  %d = cjax.mul %c, %w : tensor<2x$X>
  %l = cjax.mul %d, %dx : tensor<2x$X>
  %r = cjax.mul %p, %dw : tensor<2x$X>
  %dy = cjax.add %l, %r : tensor<2x$X>
  return %y, %dy : tensor<2x$X>, tensor<2x$X>
}
func.func private @g_fwd(%x: tensor<2x$X>, %w: tensor<2x$X>) -> (tensor<2x$X>, tensor<2x$X>, tensor<2x$X>) {
  %p = cjax.sin %x : tensor<2x$X>
  %y = cjax.mul %p, %w : tensor<2x$X>
  %c = cjax.cos %x : tensor<2x$X>
  %d = cjax.mul %c, %w : tensor<2x$X>
  return %y, %p, %d : tensor<2x$X>, tensor<2x$X>, tensor<2x$X>
}
func.func private @g_bwd(%p: tensor<2x$X>, %d: tensor<2x$X>, %ct: tensor<2x$X>) -> (tensor<2x$X>, tensor<2x$X>) {
  %l = cjax.mul %ct, %d : tensor<2x$X>
  %r = cjax.mul %ct, %p : tensor<2x$X>
  return %l, %r : tensor<2x$X>, tensor<2x$X>
}
func.func private @lin(%a: tensor<2x$X>, %x: tensor<2x$X>) -> tensor<2x$X> {
  %y = cjax.mul %a, %x : tensor<2x$X>
  %z = cjax.rev %y dims [0] : tensor<2x$X> -> tensor<2x$X>
  return %z : tensor<2x$X>
}
func.func private @lin_t(%a: tensor<2x$X>, %ct: tensor<2x$X>) -> tensor<2x$X> {
  %z = cjax.rev %ct dims [0] : tensor<2x$X> -> tensor<2x$X>
  %y = cjax.mul %a, %z : tensor<2x$X>
  return %y : tensor<2x$X>
}
"""
CUSTOM = """  %r = cjax.{} : (tensor<2x$X>, tensor<2x$X>) -> tensor<2x$X>
  return %r : tensor<2x$X>
"""
BATCHED_G = """func.func private @g_rule(%x: tensor<3x2x$X>, %w: tensor<3x2x$X>) -> tensor<3x2x$X> {
  %p = cjax.sin %x : tensor<3x2x$X>
  %y = cjax.mul %p, %w : tensor<3x2x$X>
  return %y : tensor<3x2x$X>
}
"""
NO_REVERSE = {"vjp": "Reverse-mode differentiation does not work for lax.while_loop"}
NOT_TWICE = "The derivatives of non-symmetric eigenvectors are not supported"
NO_FORWARD = {"jvp": "can't apply forward-mode autodiff (jvp) to a custom_vjp function"}
AXIS = """  %r = cjax.vmap @inner(%a0) in [0] out [0] size 3 {axis_name = "i"} : (tensor<3x2xf64>) -> tensor<3xOUTf64>
  return %r : tensor<3xOUTf64>
"""
INNER = """func.func private @inner(%x: tensor<2xf64>) -> tensor<OUTf64> {
  %s = cjax.sin %x : tensor<2xf64>
BODY  return %y : tensor<OUTf64>
}
"""


def over_axis(out, lines):
    return Case(f"f64[3,2] -> f64[3,{out.replace('x', ',').rstrip(',')}]", body=AXIS.replace("OUT", out), also=INNER.replace("OUT", out).replace("BODY", lines))


EIGENVALUES = """  %w:2 = cjax.eigh %a0 {lower} : (tensor<3x3xcomplex<f64>>) -> (tensor<3x3xcomplex<f64>>, tensor<3xf64>)
  return %w#1 : tensor<3xf64>
"""

OPS = {
    **unary("neg", "N"), **unary("sign", "F"), **unary("floor ceil", "F"), **unary("exp expm1 exp2 sin cos sinh cosh", "X"),
    **unary("tanh logistic", "X", "unit"), **unary("log rsqrt sqrt", "X", "positive"), **unary("log1p", "X", "unit"), **unary("tan", "X", "unit"),
    **unary("asin acos atan atanh", "X", "unit"), **unary("asinh", "X", "positive"), **unary("acosh", "X", "above"), **unary("cbrt", "F", "positive"),
    **unary("square", "N"), **unary("erf erfc", "F"), **unary("erf_inv", "F", "unit"), **unary("not", "J"), **unary("population_count clz", "I"),
    **unary("stop_gradient copy optimization_barrier", "X"), **unary("conj", "Z"),
    "round": each("F", 1) + each("F", 1, attrs="to_nearest_even"),
    "is_finite": each("F", 1, out="i1"), "abs": each("F", 1) + each("Z", 1, out="P"),
    "integer_pow": [c for y in (0, 1, 2, 3, -2) for c in each("X", 1, [(2, 3)], args=["any" if y > 0 else "positive"], attrs=f"y = {y} : i64")],
    "name": each("F", 1, attrs='name = "n"'), "real": each("Z", 1, out="P"), "imag": each("Z", 1, out="P"),
    "complex": [Case("f64[2,3] f64[2,3] -> c128[2,3]"), Case("f32[2] f32[2] -> c64[2]")],
    "convert_element_type": [Case(f"{x}[2,3] -> {y}[2,3]") for x, y in
                             (("f64", "f32"), ("f32", "f64"), ("f64", "c128"), ("c128", "f64"), ("c128", "c64"), ("f64", "i32"), ("i32", "f64"),
                              ("f32", "bf16"), ("f16", "f32"), ("f64", "i1"), ("i1", "f32"), ("i32", "ui8"))],
    "reduce_precision": each("F", 1, attrs="exponent_bits = 11 : i64, mantissa_bits = 52 : i64"),
    "bitcast_convert_type": [Case("f32[2] -> i32[2]"), Case("i64[2] -> f64[2]")],
    "add": each("N", 2), "sub": each("N", 2), "mul": each("N", 2), "div": each("X", 2, args=["any", "positive"]) + each("I", 2, [(3,)]),
    "rem": each("F", 2, args=["halves", "fifths"]), "pow": each("X", 2, args=["positive", "positive"]), "max": each("F", 2) + each("I", 2, [(3,)]),
    "min": each("F", 2) + each("I", 2, [(3,)]), "atan2": each("F", 2), "nextafter": each("W", 2),
    **{name: each("J", 2) for name in ("and", "or", "xor")},
    **{name: each("I", 2) for name in ("shift_left", "shift_right_arithmetic", "shift_right_logical")},
    **{name: each("A", 2, out="i1") for name in ("eq", "ne")}, **{name: each("F", 2, out="i1") for name in ("lt", "le", "gt", "ge")},
    "clamp": each("F", 3, args=["unit", "any", "above"]),
    "select_n": [Case("i1[2,3] X[2,3] X[2,3] -> X[2,3]"), Case("i32[3] X[3] X[3] X[3] -> X[3]", args=["places:3:1"]), Case("i1[] X[] X[] -> X[]")],
    **{f"{name}_with_overflow": [Case("i64[3] i64[3] -> i64[3] i1[3]")] for name in ("add", "sub", "mul")},
    "constant": [Case("f64[2] -> f64[2]", body="  %c = cjax.constant dense<[1.0, 2.0]> : tensor<2xf64>\n  %y = cjax.mul %a0, %c : tensor<2xf64>\n"
                                               "  return %y : tensor<2xf64>\n")],
    "iota": [Case("f64[2,3] -> f64[2,3]", body="  %c = cjax.iota dim 1 : tensor<2x3xf64>\n  %y = cjax.mul %a0, %c : tensor<2x3xf64>\n"
                                               "  return %y : tensor<2x3xf64>\n")],
    "broadcast_in_dim": [Case("X[3] -> X[2,3]", "broadcast_dimensions = array<i64: 1>"), Case("X[] -> X[2]", "broadcast_dimensions = array<i64>"),
                         Case("X[2,1] -> X[2,3,4]", "broadcast_dimensions = array<i64: 0, 2>"), Case("X[1,2] -> X[1,2]", "broadcast_dimensions = array<i64: 0, 1>")],
    "reshape": [Case("N[2,3] -> N[3,2]"), Case("X[1] -> X[]"), Case("X[0,2] -> X[2,0,3]")],
    "transpose": [Case("X[2,3,4] -> X[4,2,3]", "permutation = array<i64: 2, 0, 1>"), Case("X[] -> X[]", "permutation = array<i64>")],
    "squeeze": [Case("X[1,3,1] -> X[3]", "dimensions = array<i64: 0, 2>")], "rev": [Case("X[2,3] -> X[2,3]", "dimensions = array<i64: 1>")],
    "concatenate": [Case("X[2,1] X[2,3] X[2,0] -> X[2,4]", "dimension = 1 : i64"), Case("X[1] X[2] -> X[3]", "dimension = 0 : i64")],
    "split": [Case("X[2,5] -> X[2,1] X[2,4]", "axis = 1 : i64, sizes = array<i64: 1, 4>"), Case("X[3] -> X[3]", "axis = 0 : i64, sizes = array<i64: 3>")],
    "pad": [Case("X[3] X[] -> X[8]", pad([1], [2], [1])), Case("X[4] X[] -> X[2]", pad([-1], [-1], [0])), Case("X[2,3] X[] -> X[4,4]", pad([2, -1], [0, 2], [0, 0])),
            Case("X[4] X[] -> X[5]", pad([-2], [0], [1])), Case("X[0] X[] -> X[2]", pad([1], [1], [0]))],
    "slice": [Case("N[5,3] -> N[2,2]", sliced([1, 0], [5, 2], [2, 1])), Case("X[3] -> X[0]", sliced([1], [1], [1])), Case("X[7] -> X[3]", sliced([0], [7], [3]))],
    "dynamic_slice": [Case("X[5,3] i32[] i32[] -> X[2,2]", "slice_sizes = array<i64: 2, 2>", ["any", "places:7:1", "places:2:1"]),
                      Case("X[] -> X[]", "slice_sizes = array<i64>")],
    "dynamic_update_slice": [Case("X[5,3] X[2,2] i32[] i32[] -> X[5,3]", args=["any", "any", "places:7:1", "places:2:1"]), Case("X[3] X[3] i32[] -> X[3]", args=["any", "any", "places:3:1"])],
    "gather": [Case("X[5,2] i32[3,1] -> X[3,2]", windows(offset_dims=[1], collapsed_slice_dims=[0], start_index_map=[0], slice_sizes=[1, 2]), ["any", "places:7:1"]),
               Case("N[5,2] i32[3,1] -> N[3,2]", windows(offset_dims=[1], collapsed_slice_dims=[0], start_index_map=[0], slice_sizes=[1, 2], mode="fill"), ["any", "places:7:1"]),
               Case("X[2,4] i32[2,3,1] -> X[2,3]", windows(collapsed_slice_dims=[1], start_index_map=[1], operand_batching_dims=[0], start_indices_batching_dims=[0],
                                                         slice_sizes=[1, 1], mode="promise_in_bounds"), ["any", "places:4:1"]),
               Case("X[4,3] i32[2,2] -> X[2,2,2]", windows(offset_dims=[0, 2], start_index_map=[1, 0], slice_sizes=[2, 2]), ["any", "places:3:1"])],
    "scatter": scatters("X") + scatters("X", ", unique_indices"), "scatter_add": scatters("N"), "scatter_sub": scatters("X"),
    "scatter_mul": scatters("X", ", unique_indices"), "scatter_min": scatters("F"), "scatter_max": scatters("F"),
    "reduce_sum": reduces("N") + [Case("X[2,0] -> X[2]", "axes = array<i64: 1>")], "reduce_prod": reduces("X"), "reduce_max": reduces("F"), "reduce_min": reduces("F"),
    **{name: reduces("J") for name in ("reduce_and", "reduce_or", "reduce_xor")},
    **{name: [Case("F[2,3] -> i32[2]", "axis = 1 : i64"), Case("F[3] -> i32[]", "axis = 0 : i64")] for name in ("argmax", "argmin")},
    "cumsum": cumulative("N"), "cumprod": cumulative("X"), **{name: cumulative("F") for name in ("cummax", "cummin", "cumlogsumexp")},
    "sort": [Case("F[5] -> F[5]", "dimension = 0 : i64, num_keys = 1 : i64"), Case("F[2,3] F[2,3] -> F[2,3] F[2,3]", "dimension = 1 : i64, num_keys = 1 : i64"),
             Case("i32[4] F[4] F[4] -> i32[4] F[4] F[4]", "dimension = 0 : i64, num_keys = 2 : i64", ["places:2:1"])],
    "dot_general": dots("X") + dots("i32") + [Case("f32[2,3] f32[3,4] -> f64[2,4]", dot(([1], [0])))],
    **{name: each("f64", 1, [(2,)], args=["positive"]) for name in ("lgamma", "digamma", "bessel_i0e", "bessel_i1e")},
    **{name: each("f64", 2, [(2,)], args=["positive", "positive"], refused={"again": "igamma_grad_a"}) for name in ("igamma", "igammac")},
    "igamma_grad_a": each("f64", 2, [(2,)], args=["positive", "positive"]), "zeta": each("f64", 2, [(2,)], args=["above", "positive"]),
    "polygamma": each("f64", 2, [(2,)], args=["positive", "positive"], refused={k: "with respect to m" for k in ("jvp", "vjp")}),
    "regularized_incomplete_beta": each("f64", 3, [(2,)], args=["positive", "positive", "unit"], refused={k: "respect to a" for k in ("jvp", "vjp")}),
    "mulhi": each("i32", 2, [(2,)]),
    "top_k": [Case("f64[2,4] -> f64[2,2] i32[2,2]", "k = 2 : i64, axis = 1 : i64"), Case("f64[3,2] -> f64[2,2] i32[2,2]", "k = 2 : i64, axis = 0 : i64")],
    "lu_pivots_to_permutation": [Case("i32[2] -> i32[3]", "permutation_size = 3 : i64", ["places:3:1"])],
    "tridiagonal_solve": [Case("f64[3] f64[3] f64[3] f64[3,2] -> f64[3,2]", args=["unit", "above", "unit"])],
    "geqrf": [Case("f64[3,2] -> f64[3,2] f64[2]", args=["matrix"])], "hessenberg": [Case("f64[3,3] -> f64[3,3] f64[2]", args=["matrix"])],
    "ormqr": [Case("f64[3,2] f64[2] f64[3,2] -> f64[3,2]", "left"), Case("f64[2,2] f64[2] f64[1,2] -> f64[1,2]", "transpose")],
    "tridiagonal": [Case("f64[3,3] -> f64[3,3] f64[3] f64[2] f64[2]", "lower", ["definite"])],
    "cholesky_update": [Case("f64[2,2] f64[2] -> f64[2,2]", args=["positive"])],
    "householder_product": [Case("f64[3,2] f64[2] -> f64[3,2]")], "symmetric_product": [Case("f64[2,3] f64[2,2] -> f64[2,2]", "alpha = 2.0 : f64, beta = 0.5 : f64")],
    "reduce_window_sum": [Case("X[3,4] -> X[3,2]", dilated([2, 2], [1, 2], [1, 0], [0, 1])), Case("X[5] -> X[4]", dilated([2], [2], [-1], [2], [2], [3]))],
    **{f"reduce_window_{name}": [Case("F[3,4] -> F[3,2]", dilated([2, 2], [1, 2], [1, 0], [0, 1])), Case("F[5] -> F[5]", dilated([2], [2], [1], [1], [2]))]
       for name in ("max", "min")},
    "select_and_gather_add": [Case("F[3,4] F[3,4] -> F[3,2]", dilated([2, 2], [1, 2], [1, 0], [0, 1]) + f', select = "{select}"') for select in ("ge", "le")],
    "select_and_scatter_add": [Case("F[3,2] F[3,4] -> F[3,4]", window([2, 2], [1, 2], [1, 0], [0, 1]) + f', select = "{select}"') for select in ("ge", "le")],
    "conv_general_dilated": convs("X") + convs("i32"),
    "patches": [Case("X[2,5] -> X[2,3,2]", lists(dimensions=[1], counts=[2], strides=[2], sizes=[3], dilations=[1]) + ", position = 1 : i64")],
    "cholesky": [Case("V[3,3] -> V[3,3]", args=["definite"]), Case("V[2,2,2] -> V[2,2,2]", args=["definite"])], "triangular_solve": solves(),
    "lu": [Case("V[3,3] -> V[3,3] i32[3] i32[3]", args=["matrix"]), Case("V[3,2] -> V[3,2] i32[2] i32[3]", args=["matrix"]), Case("V[2,3] -> V[2,3] i32[2] i32[2]", args=["matrix"])],
    "qr": [Case("W[3,3] -> W[3,3] W[3,3]", args=["matrix"]), Case("W[4,2] -> W[4,2] W[2,2]", args=["matrix"]), Case("W[2,3] -> W[2,2] W[2,3]", args=["matrix"],
           refused={k: "Unimplemented case of QR decomposition derivative" for k in ("jvp", "vjp")})],
    "eigh": [Case("W[3,3] -> W[3,3] W[3]", "lower", ["definite"]), Case("c128[3,3] -> f64[3]", args=["definite"], body=EIGENVALUES), Case("W[2,2,2] -> W[2,2,2] W[2,2]", args=["definite"])],
    "svd": [Case("V[3,2] -> P[2]", args=["matrix"]), Case("W[3,3] -> W[3] W[3,3] W[3,3]", "compute_uv", ["matrix"]), Case("W[3,2] -> W[2] W[3,2] W[2,2]", "compute_uv", ["matrix"]),
            Case("W[2,3] -> W[2] W[2,2] W[2,3]", "compute_uv", ["matrix"])],
    "eig": [Case("V[3,3] -> C[3]", args=["matrix"], refused={"again": NOT_TWICE}), Case("f64[2,2] -> c128[2] c128[2,2]", "vectors", ["matrix"],
            refused={k: NOT_TWICE for k in ("jvp", "vjp")})],
    "schur": [Case("W[3,3] -> W[3,3] W[3,3]", args=["matrix"], refused={k: "Differentiation rule for 'schur' not implemented" for k in ("jvp", "vjp")})],
    "fft": [Case("Z[2,3] -> Z[2,3]", "rank = 1 : i64"), Case("Z[4] -> Z[4]", "rank = 1 : i64, inverse"), Case("Z[2,3] -> Z[2,3]", "rank = 2 : i64")],
    "rfft": [Case("f64[2,5] -> c128[2,3]", "rank = 1 : i64"), Case("f32[2,4] -> c64[2,3]", "rank = 2 : i64")],
    "irfft": [Case("c128[2,3] -> f64[2,5]", "rank = 1 : i64, length = 5 : i64"), Case("c64[2,3] -> f32[2,4]", "rank = 2 : i64, length = 4 : i64")],
    "threefry2x32": [Case("ui32[3] ui32[3] ui32[3] ui32[3] -> ui32[3] ui32[3]")], "random_seed": [Case("i32[] -> ui32[2]"), Case("i64[3] -> ui32[3,2]")],
    "random_split": [Case("ui32[2] -> ui32[3,2]", "shape = array<i64: 3>"), Case("ui32[2,2] -> ui32[2,2,2]", "shape = array<i64: 2>")],
    "random_fold_in": [Case("ui32[2] ui32[] -> ui32[2]")],
    "random_bits": [Case("ui32[2] -> ui32[2,2]", "shape = array<i64: 2, 2>"), Case("ui32[2] -> ui64[3]", "shape = array<i64: 3>"), Case("ui32[2,2] -> ui8[2]", "shape = array<i64>")],
    "scan": [Case("X[2] X[3,2] X[2] -> X[2] X[3,2]", args=["unit"] * 3, body=SCAN.format(reverse=r, carry=c)) for r, c in (("", "%s"), ("reverse ", "%s"), ("", "%x"))],
    "case": [Case("i1[] X[2] X[2] -> X[2] X[2]", args=["any", "unit", "unit"], body=CASE.format(index="tensor<i1>", more="")),
             Case("i32[] f64[2] f64[2] -> f64[2] f64[2]", args=["places:4:1", "unit", "unit"], body=CASE.replace("$X", "f64").format(index="tensor<i32>", more=THIRD))],
    "while": [Case("i32[] X[2] X[2] -> i32[] X[2]", args=["places:4:1", "unit", "unit"], body=WHILE, refused=NO_REVERSE)],
    "vmap": [Case("f64[2,3] f64[2] -> f64[2,3]", also=HELPERS.replace("$X", "f64"),
                  body="  %r = cjax.vmap @g(%a0, %a1) in [1, -1] out [1] size 3 : (tensor<2x3xf64>, tensor<2xf64>) -> tensor<2x3xf64>\n  return %r : tensor<2x3xf64>\n")],
    "jvp": [Case("X[2] X[2] X[2] -> X[2] X[2]", also=HELPERS,
                 body="  %r:2 = cjax.jvp @g(%a0, %a1, %a2) wrt [0] : (tensor<2x$X>, tensor<2x$X>, tensor<2x$X>) -> (tensor<2x$X>, tensor<2x$X>)\n"
                      "  return %r#0, %r#1 : tensor<2x$X>, tensor<2x$X>\n")],
    "vjp": [Case("X[2] X[2] X[2] -> X[2] X[2]", also=HELPERS,
                 body="  %r:2 = cjax.vjp @g(%a0, %a1, %a2) wrt [1] : (tensor<2x$X>, tensor<2x$X>, tensor<2x$X>) -> (tensor<2x$X>, tensor<2x$X>)\n"
                      "  return %r#0, %r#1 : tensor<2x$X>, tensor<2x$X>\n")],
    "linear_transpose": [Case("X[2] X[2] -> X[2]", also=HELPERS,
                              body="  %r = cjax.linear_transpose @lin(%a0, %a1) residuals 1 : (tensor<2x$X>, tensor<2x$X>) -> tensor<2x$X>\n  return %r : tensor<2x$X>\n")],
    "custom_jvp_call": [Case("X[2] X[2] -> X[2]", also=HELPERS, body=CUSTOM.format("custom_jvp_call @g(%a0, %a1) jvp @g_jvp [2, 0, 0]"))],
    "custom_vjp_call": [Case("X[2] X[2] -> X[2]", also=HELPERS, body=CUSTOM.format("custom_vjp_call @g(%a0, %a1) fwd @g_fwd bwd @g_bwd [2, 0, 0, 0]"), refused=NO_FORWARD),
                        Case("f64[2] f64[2] -> f64[2]", also=HELPERS.replace("$X", "f64"), body=CUSTOM.replace("$X", "f64").format(
                            "custom_vjp_call @g(%a0, %a1) fwd @g_fwd bwd @g_bwd [2, 0, 0, 0] {{differentiable}}".replace("{{", "{").replace("}}", "}")))],
    "custom_vmap_call": [Case("X[2] X[2] -> X[2]", also=HELPERS + BATCHED_G,
                              body=CUSTOM.format("custom_vmap_call @g(%a0, %a1) rule @g_rule [2, 0, 0] in [1, 1] out [1] size 3"))],
    "linear_call": [Case("X[2] X[2] -> X[2]", also=HELPERS, body=CUSTOM.format("linear_call @lin(%a0, %a1) transpose @lin_t [1, 1, 0, 0]"))],
    "psum": [over_axis("2x", '  %y = cjax.psum %s over "i" : tensor<2xf64>\n')],
    "all_gather": [over_axis("3x2x", '  %y = cjax.all_gather %s over "i" size 3 : tensor<2xf64> -> tensor<3x2xf64>\n')],
    "axis_index": [over_axis("2x", '  %i = cjax.axis_index "i" : tensor<i32>\n  %j = cjax.convert_element_type %i : tensor<i32> -> tensor<f64>\n'
                                   '  %k = cjax.broadcast_in_dim %j dims [] : tensor<f64> -> tensor<2xf64>\n  %y = cjax.mul %s, %k : tensor<2xf64>\n')],
    "fusion": [Case("f64[3] -> f64[3]", body="  %y = cjax.fusion %a0 : (tensor<3xf64>) -> tensor<3xf64> {\n  ^bb0(%x: tensor<3xf64>):\n"
                    "    %s = cjax.sin %x : tensor<3xf64>\n    cjax.yield %s : tensor<3xf64>\n  }\n  return %y : tensor<3xf64>\n")],
    "print": [Case("f64[2] -> f64[2]", body='  cjax.print ["", "\\0A"] with %a0 : tensor<2xf64> as ["str"] {stream = 2 : i64}\n'
                   "  %y = cjax.sin %a0 : tensor<2xf64>\n  return %y : tensor<2xf64>\n")],
    "check": [Case("f64[] -> f64[]", args=["positive"], body="  %z = cjax.constant dense<0.0> : tensor<f64>\n  %p = cjax.gt %a0, %z : tensor<f64> -> tensor<i1>\n"
                   '  cjax.check %p, ["no", "\\0A"] with %a0 : tensor<f64> as ["str"] : tensor<i1>\n  %y = cjax.sin %a0 : tensor<f64>\n  return %y : tensor<f64>\n')],
    "flush": [Case("f64[2] -> f64[2]", body="  cjax.flush\n  %y = cjax.sin %a0 : tensor<2xf64>\n  return %y : tensor<2xf64>\n")],
    "sleep": [Case("f64[] -> f64[]", body="  %z = cjax.constant dense<0.0> : tensor<f64>\n  cjax.sleep %z : tensor<f64>\n"
                   "  %y = cjax.sin %a0 : tensor<f64>\n  return %y : tensor<f64>\n")],
    "block_until_ready": [Case("f64[2] -> f64[2]", body="  cjax.block_until_ready %a0 : tensor<2xf64>\n  %y = cjax.sin %a0 : tensor<2xf64>\n  return %y : tensor<2xf64>\n")],
}
# Ops with nothing to compare: why.
EXEMPT = {
    "open_model": "reads a file", "model_input": "reads a file", "model_result": "writes a file", "save_npy": "writes a file",
    "yield": "ends the regions of scan, case and while", "custom_lin": "stands between linearize and transpose only: custom_vjp_call makes it",
    "exit": "ends the program", "clock": "its value differs from run to run", "load_npy": "reads a file", "argc": "the command line", "ffi_call": "calls a function of another object",
    "argv": "the command line", "parse_args": "the command line", "parsed_arg": "the command line", "text": "its value is an address",
    "text_call": "takes texts", "numpy_random": "draws from a state; test/dialect/random",
}
