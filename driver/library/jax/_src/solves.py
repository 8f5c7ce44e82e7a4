"""jax.lax.custom_root and custom_linear_solve: derivatives of solutions from the equations that they solve."""

from _cjax import transform as native
from jax._src.autodiff import jvp, linear_transpose, linearize
from jax._src.core import check_results, is_array
from jax._src.custom import Depth, closure_convert, custom_jvp, grad_depth
from jax.tree_util import tree_flatten, tree_map, tree_structure


def _float0_free(primals, tangents):
    """The primals that have a tangent, with a function that puts them among all."""
    from jax._src.float0 import Float0Zeros
    at = [i for i, t in enumerate(tangents) if not isinstance(t, Float0Zeros)]

    def full(chosen):
        out = list(primals)
        for i, x in zip(at, chosen):
            out[i] = x
        return out

    return [primals[i] for i in at], [tangents[i] for i in at], full


def custom_root(f, initial_guess, solve, tangent_solve, has_aux=False):
    """The solution of f(x) = 0 that solve(f, initial_guess) finds; tangent_solve(g, y) solves g(x) = y for linear g."""
    example, tree = tree_flatten(initial_guess)
    guess = tree.unflatten([native.array(x) for x in example])
    converted, consts = closure_convert(f, guess)

    @custom_jvp
    def root(guess, *consts):
        return solve(lambda x: converted(x, *consts), guess)

    def rule(primals, tangents):
        guess, *consts = primals
        out = root(guess, *consts)
        solution, aux = out if has_aux else (out, None)
        chosen, ts, full = _float0_free(consts, tangents[1:])
        rhs = jvp(lambda *cs: converted(solution, *full(cs)), tuple(chosen), tuple(ts))[1]
        _, g = linearize(lambda x: converted(x, *consts), solution)
        dx = tree_map(lambda x: -x, tangent_solve(g, rhs))
        return (out, (dx, tree_map(_zero, aux))) if has_aux else (out, dx)

    root.defjvp(rule)
    root.constant_captures = True
    return root(guess, *consts)


def _zero(x):
    from jax._src.custom import zero_from_primal
    return zero_from_primal(x)


#===-- linear calls ---------------------------------------------------------------------===#


def linear_call(fun, fun_transpose, residual_args, linear_args):
    """fun(residuals, x), linear in x, whose transpose is fun_transpose(residuals, ct)."""
    res, res_tree = tree_flatten(residual_args)
    xs, x_tree = tree_flatten(linear_args)
    res, xs = [native.array(r) for r in res], [native.array(x) for x in xs]
    n, avals = len(res), [native.aval(v) for v in res + xs]
    trees = []

    def forward(*arrays):
        out = fun(res_tree.unflatten(arrays[:n]), x_tree.unflatten(arrays[n:]))
        leaves, tree = tree_flatten(out)
        trees.append(tree)
        return check_results(fun, "linear_call", out, leaves), None

    staged, _ = native.stage(forward, avals, "grad", "linear_call", fun, None)

    def backward(*arrays):
        out = fun_transpose(res_tree.unflatten(arrays[:n]), trees[0].unflatten(arrays[n:]))
        leaves, tree = tree_flatten(out)
        if tree != x_tree:
            raise TypeError(f"transpose output pytree structure must match that of linear inputs, got output structure {tree} and "
                            f"input structure {x_tree}.")
        return check_results(fun_transpose, "linear_call", out, leaves), None

    back, _ = native.stage(backward, avals[:n] + native.out_avals(staged), "grad", "linear_call", fun_transpose, None)
    return trees[0].unflatten(native.linear_call(staged, back, res + xs, n))


#===-- linear systems -------------------------------------------------------------------===#


def custom_linear_solve(matvec, b, solve, transpose_solve=None, symmetric=False, has_aux=False):
    """The x with matvec(x) = b that solve(matvec, b) finds, differentiable in b and in what matvec closes over."""
    if transpose_solve is None and symmetric:
        transpose_solve = solve
    leaves, tree = tree_flatten(b)
    b = tree.unflatten([native.array(x) for x in leaves])
    converted, consts = closure_convert(matvec, b)
    if has_aux:
        return _with_aux(converted, consts, b, solve, transpose_solve, symmetric)

    def apply(consts, x):
        y = converted(x, *consts)
        shapes = [[native.aval(v).shape for v in tree_flatten(t)[0]] for t in (y, b)]
        if shapes[0] != shapes[1]:
            raise ValueError(f"matvec() output shapes must match b, got {shapes[0]} and {shapes[1]}")
        if tree_structure(y) != tree:
            raise TypeError(f"matvec() output pytree structure must match that of b, got {tree_structure(y)} and {tree}")
        return y

    def transposed(consts, x):
        if symmetric:
            return apply(consts, x)
        return linear_transpose(lambda v: apply(consts, v), b)(x)[0]

    depth = grad_depth()

    def system(consts, b):
        def backward(consts, ct):
            if transpose_solve is None:
                raise TypeError("transpose_solve required for backwards mode automatic differentiation of custom_linear_solve")
            with Depth(max(depth - 1, 0)):
                return custom_linear_solve(lambda x: transposed(consts, x), ct, transpose_solve,
                                           solve, symmetric=symmetric)

        return linear_call(lambda cs, v: solve(lambda x: apply(cs, x), v), backward, consts, b)

    solution = custom_jvp(system)

    def rule(primals, tangents):
        consts, b = primals
        x = solution(consts, b)
        chosen, ts, full = _float0_free(consts, tangents[0])
        rhs = tangents[1]
        if chosen:
            dy = jvp(lambda *cs: apply(full(cs), x), tuple(chosen), tuple(ts))[1]
            rhs = tree_map(lambda p, q: p - q, rhs, dy)
        return x, solution(consts, rhs)

    solution.defjvp(rule)
    solution.constant_captures = True
    return solution(consts, b) if depth > 0 else solve(lambda x: apply(consts, x), b)


def _with_aux(converted, consts, b, solve, transpose_solve, symmetric):
    found = []

    def values(matvec, v):
        x, aux = solve(matvec, v)
        found.append(aux)
        return x

    aux = solve(lambda x: converted(x, *consts), b)[1]
    back = None if transpose_solve is None else lambda mv, v: transpose_solve(mv, v)[0]
    x = custom_linear_solve(lambda x: converted(x, *consts), b, values, back, symmetric)
    from jax.lax import stop_gradient
    return x, tree_map(lambda a: stop_gradient(a) if is_array(a) else a, aux)
