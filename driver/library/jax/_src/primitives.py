"""The primitives as objects: jax.lax.add_p and the like.

bind(*operands, **params) takes the parameters that JAX's equations have and calls the function of jax.lax that emits the
op.  A primitive whose parameters are functions has no bind.  A program's own primitive is what its def_impl says, staged.
"""


class Primitive:
    """Something that an equation applies."""

    multiple_results = False
    call_primitive = map_primitive = False

    def __init__(self, name):
        self.name, self._impl, self._abstract = name, None, None

    def __repr__(self):
        return self.name

    def def_impl(self, impl):
        self._impl = impl
        return impl

    def def_abstract_eval(self, rule):
        self._abstract = rule
        return rule

    def def_effectful_abstract_eval(self, rule):
        self._abstract = rule
        return rule

    def abstract_eval(self, *avals, **params):
        if self._abstract is None:
            raise NotImplementedError(f"Abstract evaluation for '{self.name}' not implemented")
        return self._abstract(*avals, **params), set()

    def bind(self, *args, **params):
        return _bind(self, args, params)

    bind_with_trace = bind

    def impl(self, *args, **params):
        return _meaning(self)(*args, **params)


def _meaning(primitive):
    """What it does: def_impl, or the function of JAX that its lowering is."""
    from jax.interpreters import mlir
    if primitive._impl is not None:
        return primitive._impl
    rule = mlir.lowerings.get(primitive)
    if rule is None:
        raise NotImplementedError(f"Evaluation rule for '{primitive.name}' not implemented")
    if not isinstance(rule, mlir._Lowered):
        raise NotImplementedError(f"the lowering of '{primitive.name}' builds ops by itself: give the primitive a def_impl, "
                                  "or register mlir.lower_fun(f)")
    return rule.fun


def _bind(primitive, args, params):
    from jax import custom_jvp
    from jax.custom_batching import custom_vmap
    from jax.interpreters import ad, batching
    meaning, f = _meaning(primitive), None

    def plain(*xs):
        return meaning(*xs, **params)
    f = plain
    if primitive in ad._linear:
        plain = f = _with_transpose(plain, ad._linear[primitive], params)
    batcher = batching.primitive_batchers.get(primitive)
    if batcher is not None:
        f = custom_vmap(plain)
        f.def_vmap(lambda size, mapped, *xs: _batched(batcher, mapped, xs, params))
    if primitive in ad.primitive_jvps:
        f = custom_jvp(f)
        f.defjvp(lambda xs, ts: _differentiated(ad.primitive_jvps[primitive], xs, ts, params))
    return f(*args)


def _with_transpose(f, rule, params):
    """f, linear in all operands, whose transpose is the rule."""
    from jax import numpy as jnp, typeof
    from jax.custom_derivatives import linear_call
    from jax.interpreters import ad

    def linear(*xs):
        types = [typeof(x) for x in xs]

        def transposed(_, ct):
            cts = rule(ct, [ad.UndefinedPrimal(t) for t in types], params)
            return tuple([jnp.zeros(t.shape, t.dtype) if c is None else ad.instantiate_zeros(c) for c, t in zip(cts, types)])
        return linear_call(lambda _, args: f(*args), transposed, (), xs)
    return linear


def _batched(rule, mapped, xs, params):
    from jax import numpy as jnp
    out, dims = rule(xs, [0 if m else None for m in mapped], **params)
    if not isinstance(out, (list, tuple)):
        return (out if dims is None else jnp.moveaxis(out, dims, 0)), dims is not None
    moved = [y if d is None else jnp.moveaxis(y, d, 0) for y, d in zip(out, dims)]
    return type(out)(moved), type(out)([d is not None for d in dims])


def _differentiated(rule, xs, ts, params):
    from jax import dtypes, typeof
    from jax.interpreters import ad
    ts = [ad.Zero(typeof(x)) if t.dtype == dtypes.float0 else t for x, t in zip(xs, ts)]
    out, tangents = rule(xs, ts, **params)
    if not isinstance(out, (list, tuple)):
        return out, ad.instantiate_zeros(tangents)
    return out, type(out)([ad.instantiate_zeros(t) for t in tangents])


def _plain(names):
    """Primitives whose function has their name, and whose parameters say what is the only way here."""
    return {name: None for name in names.split()}


# How each is called, where it is not lax.NAME(*operands) without parameters; text: lax's name and its keywords.
_calls = _plain(
    "abs acos acosh add and_ asin asinh atan atan2 atanh bessel_i0e bessel_i1e cbrt ceil clamp clz complex conj copy "
    "cos cosh digamma div eq erf erf_inv erfc exp exp2 expm1 floor ge gt igamma igamma_grad_a igammac imag is_finite le "
    "lgamma log log1p logistic lt max min mul ne neg nextafter not_ or_ polygamma population_count pow real rem rsqrt "
    "select_n shift_left shift_right_arithmetic shift_right_logical sign sin sinh sqrt square stop_gradient sub tan tanh "
    "xor zeta mulhi threefry2x32 create_token after_all dce_sink random_gamma_grad")
_renamed = {"and_": "bitwise_and", "or_": "bitwise_or", "not_": "bitwise_not", "xor": "bitwise_xor",
            "stop_gradient": "stop_gradient", "copy": "full_like"}
_keywords = {  # the primitive's parameters that its function takes by these names
    "argmax": "axes>axis! index_dtype", "argmin": "axes>axis! index_dtype",
    "broadcast_in_dim": "shape broadcast_dimensions", "bitcast_convert_type": "new_dtype",
    "concatenate": "dimension", "convert_element_type": "new_dtype", "cumlogsumexp": "axis reverse",
    "cummax": "axis reverse", "cummin": "axis reverse", "cumprod": "axis reverse", "cumsum": "axis reverse",
    "dot_general": "dimension_numbers precision preferred_element_type",
    "conv_general_dilated": "window_strides padding lhs_dilation rhs_dilation dimension_numbers feature_group_count "
                            "batch_group_count precision preferred_element_type",
    "gather": "dimension_numbers slice_sizes unique_indices indices_are_sorted mode fill_value", "integer_pow": "y",
    "pad": "padding_config", "reduce_precision": "exponent_bits mantissa_bits", "rev": "dimensions",
    "reshape": "new_sizes dimensions", "slice": "start_indices limit_indices strides", "sort":
    "dimension is_stable num_keys", "split": "sizes axis", "squeeze": "dimensions", "tile": "reps", "top_k": "k axis",
    "transpose": "permutation", "unstack": "axis", "approx_top_k": "k reduction_dimension", "dynamic_slice": "slice_sizes",
    "reduce_sum": "axes", "reduce_max": "axes", "reduce_min": "axes", "reduce_prod": "axes", "reduce_and": "axes",
    "reduce_or": "axes", "reduce_xor": "axes", "random_gamma": "log_space", "psum": "axes>axis_name", "pmax": "axes>axis_name",
    "pmin": "axes>axis_name", "axis_index": "axis_name", "ppermute": "axis_name perm", "all_gather": "axis_name",
    "all_to_all": "axis_name split_axis concat_axis", "fft": "fft_kind>fft_type fft_lengths",
    "round": "rounding_method", "stack": "axis"}
_IGNORED = {"sharding", "out_sharding", "accuracy", "axis_index_groups", "shape", "weak_type", "indices_are_sorted",
            "all_gather_dimension", "axis_size", "tiled", "operand", "algorithm"}
_multiple = set("approx_top_k call closed_call cond custom_jvp_call custom_lin custom_vjp_call dce_sink device_put eig eigh "
                "hessenberg jit custom_linear_solve lu optimization_barrier qr reduce reduce_window remat2 rng_bit_generator "
                "scan schur sort split svd top_k tridiagonal unstack while".split())
_LINALG = ("cholesky cholesky_update eig eigh hessenberg householder_product lu lu_pivots_to_permutation ormqr qr schur svd "
           "symmetric_product triangular_solve tridiagonal tridiagonal_solve")


def _lax(name):
    if name == "threefry2x32":
        from _cjax import random
        return random.threefry2x32
    import jax.lax
    return getattr(jax.lax, _renamed.get(name, name))


def _refuse_params(name, params):
    for key, value in params.items():
        if key not in _IGNORED and value not in (None, False, ()):
            raise NotImplementedError(f"{name}_p.bind: the parameter {key}={value!r} is not supported by cjax")


def _by_keywords(name, spec):
    def bind(*args, **params):
        keywords = {}
        for entry in spec.split():
            old, _, new = entry.partition(">")
            if old in params:
                value = params.pop(old)
                keywords[(new or old).rstrip("!")] = value[0] if new.endswith("!") else value
        _refuse_params(name, params)
        return _special_call(name, args, keywords)
    return bind


def _special_call(name, args, keywords):
    if name == "sort":
        out = _lax("sort")(tuple(args), **keywords)
        return list(out)
    if name in ("concatenate", "stack"):
        return _lax(name)(list(args), **keywords)
    if name == "dynamic_slice":
        return _lax(name)(args[0], args[1:], **keywords)
    if name in ("psum", "pmax", "pmin"):
        return [_lax(name)(x, **keywords) for x in args]
    if name == "approx_top_k":
        return _lax("approx_max_k")(*args, **keywords)
    if name == "top_k":
        return list(_lax(name)(*args, **keywords))
    return _lax(name)(*args, **keywords)


def _by_operands(name):
    def bind(*args, **params):
        _refuse_params(name, params)
        if name == "copy":
            return args[0]
        return _lax(name)(*args)
    return bind


def _window(kind):
    def bind(x, *, window_dimensions, window_strides, padding, base_dilation, window_dilation):
        import jax.numpy as jnp
        from jax import lax
        low = jnp.finfo(x.dtype).min if jnp.issubdtype(x.dtype, jnp.inexact) else jnp.iinfo(x.dtype).min
        inf = jnp.issubdtype(x.dtype, jnp.inexact)
        first = {"sum": 0, "max": -jnp.inf if inf else low, "min": jnp.inf if inf else jnp.iinfo(x.dtype).max}[kind]
        combine = {"sum": lax.add, "max": lax.max, "min": lax.min}[kind]
        return lax.reduce_window(x, jnp.asarray(first, x.dtype), combine, window_dimensions, window_strides, padding,
                                 base_dilation, window_dilation)
    return bind


def _scatter(name):
    def bind(operand, indices, updates, *, dimension_numbers, indices_are_sorted=False, unique_indices=False, mode=None,
             update_jaxpr=None, update_consts=()):
        return _lax(name)(operand, indices, updates, dimension_numbers, indices_are_sorted=indices_are_sorted,
                          unique_indices=unique_indices, mode=mode)
    return bind


def _iota(*, dtype, shape, dimension, sharding=None):
    return _lax("broadcasted_iota")(dtype, shape, dimension)


def _total(name):
    """x == y, x < y, x <= y in the order -nan < -inf < ... < -0 < 0 < ... < inf < nan."""
    def bind(x, y):
        from jax.lax import _order_key
        return _lax(name)(_order_key(x), _order_key(y))
    return bind


def _update_slice(operand, update, *starts):
    return _lax("dynamic_update_slice")(operand, update, starts)


def _device_put(*xs, **_):
    return list(xs)


def _barrier(*xs):
    return _lax("optimization_barrier")(list(xs))


def _same(x, **_):
    return x


def _random(name):
    def bind(*args, **params):
        from jax import random
        if name == "random_bits":
            return random.bits(args[0], params["shape"], f"uint{params['bit_width']}")
        if name == "random_seed":
            return random.key(args[0])
        if name == "random_split":
            return random.split(args[0], params["shape"])
        return random.fold_in(*args)
    return bind


def _linalg(name):
    def bind(*args, **params):
        import jax.lax.linalg
        out = getattr(jax.lax.linalg, name)(*args, **{k: v for k, v in params.items() if k not in _IGNORED})
        return list(out) if isinstance(out, tuple) else out
    return bind


_own = {"iota": _iota, "eq_to": _total("eq"), "lt_to": _total("lt"), "le_to": _total("le"), "device_put": _device_put,
        "dynamic_update_slice": _update_slice, "optimization_barrier": _barrier, "name": _same, "sharding_constraint": _same,
        "reduce_window_sum": _window("sum"), "reduce_window_max": _window("max"), "reduce_window_min": _window("min"),
        "add_any": _by_operands("add"), "regularized_incomplete_beta": _by_operands("betainc"),
        "scatter": _scatter("scatter"), "scatter-add": _scatter("scatter_add"), "scatter-mul": _scatter("scatter_mul"),
        "scatter-min": _scatter("scatter_min"), "scatter-max": _scatter("scatter_max"),
        "scatter-sub": _scatter("scatter_sub")}
# Those that have jaxprs or windows as parameters: jax._src.bound.
_bound = ("jit closed_call remat2 cond scan while reduce reduce_window select_and_scatter_add select_and_gather_add "
          "rng_bit_generator random_gamma").split()
# Those whose parameters are functions, or which only other devices and processes have.
_unbound = ("call custom_jvp_call custom_lin custom_vjp_call custom_linear_solve ragged_all_to_all empty2 get swap rng_uniform "
            "select_and_scatter stage ragged_dot_general pallas_call custom_partitioning remat_opt")
_attributes = {"add_jaxvals_p": "add_any", "linear_solve_p": "custom_linear_solve", "remat_p": "remat2", "and_p": "and",
               "or_p": "or", "not_p": "not"}
_attributes.update({f"scatter_{op}_p": f"scatter-{op}" for op in ("add", "sub", "mul", "min", "max")})
_made = {}


def _later(name):
    def bind(*args, **params):
        from jax._src.bound import BINDINGS
        return BINDINGS[name](*args, **params)
    return bind


def _binding(name):
    if name in _bound:
        return _later(name)
    if name in _own:
        return _own[name]
    if name in ("and", "or", "not"):
        return _by_operands(name + "_")
    if name in _keywords:
        return _by_keywords(name, _keywords[name])
    if name in _calls:
        return _by_operands(name)
    if name in _LINALG.split():
        return _linalg(name)
    if name.startswith("random_") and name in ("random_bits", "random_seed", "random_split", "random_fold_in"):
        return _random(name)
    return None


def named(name):
    """The primitive that equations call name."""
    if name not in _made:
        p = Primitive(name)
        p.multiple_results = name in _multiple
        call = _binding(name)
        if call is not None:
            p.def_impl(call)
        else:
            p.def_impl(_refusal(name))
        _made[name] = p
    return _made[name]


def _refusal(name):
    def bind(*args, **params):
        raise NotImplementedError(f"bind of the primitive {name} is not supported by cjax")
    return bind


def attribute(module, attr):
    """What module.attr is, for the name of a primitive; AttributeError for another name."""
    name = _attributes.get(attr, attr[:-2])
    known = name in _unbound.split() or _binding(name) is not None
    if not attr.endswith("_p") or not known:
        raise AttributeError(f"module '{module}' has no attribute '{attr}'")
    return named(name)
