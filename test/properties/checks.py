"""checks.py -- what must hold of a function and its transformations: forward mode, reverse mode, vmap.

Each check is a module and a function that compares what it printed.  A subject is a function, the domains of its arguments
and a name; transformed subjects are subjects, so that the same checks test transformations of transformations."""
import itertools

import modules
from arrays import PART, difference, is_inexact, pairing, shifted, size, stack, take
from domains import Points, contents, direction_of
from modules import Fn, Module

STEP = 3e-4
TOLERANCE = {"f64": 1e-7, "c128": 1e-7, "f32": 1e-3, "c64": 1e-3, "f16": 3e-2, "bf16": 2e-1}


class Subject:
    def __init__(self, label, fn, domains, flat=False, tolerance=1.0):
        self.label, self.fn, self.domains, self.flat, self.tolerance = label, fn, list(domains), flat, tolerance

    def draw(self, rng):
        points = Points(rng)
        return [contents(points, t, d) for t, d in zip(self.fn.ins, self.domains)]

    def draw_directions(self, rng):
        points = Points(rng)
        return [contents(points, t, direction_of(d)) if is_inexact(t[0]) else None for t, d in zip(self.fn.ins, self.domains)]

    def draw_cotangents(self, rng):
        points = Points(rng)
        return [contents(points, self.fn.outs[i]) for i in self.fn.inexact_outs()]

    def tolerance_of(self, dtype):
        return TOLERANCE.get(dtype, 0) * self.tolerance


class Check:
    def __init__(self, label, module, verify, refused=None):
        self.label, self.module, self.verify, self.refused = label, module, verify, refused

    def failures(self):
        if self.refused is not None:
            return [] if self.module.error and self.refused in self.module.error else [f"not refused with {self.refused!r}: {self.module.error}"]
        return [self.module.error] if self.module.error else list(self.verify())


def subsets(items, most=7):
    """All that are not empty; of many the single ones and the whole."""
    found = [s for n in range(1, len(items) + 1) for s in itertools.combinations(items, n)]
    return found if len(found) <= most else [(i,) for i in items] + [tuple(items)]


def compare(subject, what, got, want, t, doubt=None):
    found = difference(got, want, subject.tolerance_of(t[0]), doubt)
    if found:
        yield f"{what}: {found}"


# ---- Difference quotients.


class Slopes:
    """Derivatives of each result along the direction of each argument by itself, from values nearby."""

    def __init__(self, module, subject, args, directions):
        self.module, self.fn, self.flat = module, subject.fn, subject.flat
        self.at = {}
        for i in self.fn.inexact_ins():
            for k in (-2, -1, 1, 2):
                moved = list(args)
                moved[i] = shifted(args[i], directions[i], k * STEP, self.fn.ins[i][0])
                self.at[i, k] = module.call(self.fn, moved)

    def along(self, i, out):
        """(8 (f(h) - f(-h)) - (f(2h) - f(-2h))) / 12h"""
        if self.flat:
            return [0.0] * size(self.fn.outs[out][1])
        a, b, c, d = (self.module.values[self.at[i, k][out]] for k in (-2, -1, 1, 2))
        slopes = [(8 * (z - y) - (w - x)) / (12 * STEP) for x, y, z, w in zip(a, b, c, d)]
        return [0.0 if x != x and y != y else slope for x, y, slope in zip(a, d, slopes)]  # nan stays nan: a constant

    def doubt(self, i, out):
        """How far the quotient may be off: by part of what the next order changes, which a kink makes large, and by rounding."""
        a, b, c, d = (self.module.values[self.at[i, k][out]] for k in (-2, -1, 1, 2))
        return [uncertainty(*v) if v[0] == v[0] else 0 for v in zip(a, b, c, d)]

    def along_all(self, which, out):
        return [sum(xs) for xs in zip(*(self.along(i, out) for i in which))]

    def doubt_all(self, which, out):
        return [sum(xs) for xs in zip(*(self.doubt(i, out) for i in which))]


def uncertainty(a, b, c, d):
    """Of the slope through four values: a hundredth of the last correction, all of it where it is no correction."""
    slope, coarse = (8 * (c - b) - (d - a)) / (12 * STEP), (c - b) / (2 * STEP)
    off = abs(slope - coarse)
    return off * min(20, 0.03 + 100 * off / (1 + abs(slope))) + 1e-12 * abs(b)


# ---- Forward and reverse mode.


def check_jvp(subject, rng, refused=None, which=None):
    """The tangents for every subset of arguments (or those of a list), against difference quotients."""
    fn = subject.fn
    args, directions = subject.draw(rng), subject.draw_directions(rng)
    m = Module()
    plain = m.call(fn, args)
    slopes = Slopes(m, subject, args, directions)
    found = []
    for k, which in enumerate(which or subsets(fn.inexact_ins())):
        found.append((which, m.call(modules.jvp(f"{fn.name}_j{k}", fn, which), args + [directions[i] for i in which])))

    def verify():
        for which, got in found:
            what = f"jvp along {list(which)}"
            for i, t in enumerate(fn.outs):
                yield from compare(subject, f"{what}, result {i}", m.values[got[i]], m.values[plain[i]], t)
            for k, i in enumerate(fn.inexact_outs()):
                yield from compare(subject, f"{what}, tangent of result {i}", m.values[got[len(fn.outs) + k]], slopes.along_all(which, i), fn.outs[i],
                                   slopes.doubt_all(which, i))
    return Check(f"{subject.label} jvp", m, verify, refused)


def masks(n):
    """All cotangents, and each alone."""
    return [[True] * n] + ([[i == k for i in range(n)] for k in range(n)] if n > 1 else [])


def check_vjp(subject, rng, refused=None, which=None):
    """<ct, J dx> = <J' ct, dx> for each argument, all cotangents together and each alone."""
    fn = subject.fn
    args, directions, cts = subject.draw(rng), subject.draw_directions(rng), subject.draw_cotangents(rng)
    m = Module()
    plain = m.call(fn, args)
    slopes = Slopes(m, subject, args, directions)
    found, outs = [], fn.inexact_outs()
    for k, which in enumerate(which or subsets(fn.inexact_ins(), 3)):
        pull = modules.vjp(f"{fn.name}_v{k}", fn, which)
        for mask in masks(len(outs)) if len(which) == len(fn.inexact_ins()) else [[True] * len(outs)]:
            some = [ct if keep else [0 * x for x in ct] for ct, keep in zip(cts, mask)]
            found.append((which, mask, some, m.call(pull, args + some)))

    def verify():
        for which, mask, some, got in found:
            what = f"vjp of {list(which)}, cotangents {[outs[i] for i in range(len(outs)) if mask[i]]}"
            for i, t in enumerate(fn.outs):
                yield from compare(subject, f"{what}, result {i}", m.values[got[i]], m.values[plain[i]], t)
            for k, i in enumerate(which):
                want = sum(pairing(ct, slopes.along(i, o)) for ct, o in zip(some, outs))
                pulled = pairing(m.values[got[len(fn.outs) + k]], directions[i])
                room = 1 + sum(abs(x * y) for x, y in zip(m.values[got[len(fn.outs) + k]], directions[i]))
                doubt = sum(pairing([abs(c) for c in ct], slopes.doubt(i, o)) for ct, o in zip(some, outs))
                if not abs(want - pulled) <= subject.tolerance_of(fn.ins[i][0]) * room + doubt:
                    yield f"{what}, argument {i}: <ct, J dx> = {want!r}, <J' ct, dx> = {pulled!r}"
    return Check(f"{subject.label} vjp", m, verify, refused)


# ---- vmap.


def axis_choices(fn, which):
    """Each axis of each argument in turn."""
    ranks = [len(fn.ins[i][1]) + 1 for i in which]
    for v in range(max(ranks)):
        in_axes = [-1] * len(fn.ins)
        for i, r in zip(which, ranks):
            in_axes[i] = v % r
        yield in_axes, [(v + k) % (len(t[1]) + 1) for k, t in enumerate(fn.outs)]


def vmap_choices(fn, most=7):
    return [axes for which in subsets(range(len(fn.ins)), most) for axes in axis_choices(fn, which)]


def stacked(rows, t, axis):
    return stack(rows, t[1], axis)[0]


def check_vmap(subject, rng, refused=None, choices=None, n=3):
    """For every subset of arguments and each axis, against a loop."""
    fn = subject.fn
    lanes = [subject.draw(rng) for _ in range(n)]
    m = Module()
    found = []
    for k, (in_axes, out_axes) in enumerate(choices or vmap_choices(fn)):
        args = [lanes[0][i] if axis < 0 else stacked([lane[i] for lane in lanes], fn.ins[i], axis) for i, axis in enumerate(in_axes)]
        got = m.call(modules.vmap(f"{fn.name}_b{k}", fn, in_axes, out_axes, n), args)
        want = [m.call(fn, [lanes[0 if axis < 0 else j][i] for i, axis in enumerate(in_axes)]) for j in range(n)]
        found.append((in_axes, out_axes, got, want))

    def verify():
        for in_axes, out_axes, got, want in found:
            for i, t in enumerate(fn.outs):
                rows = stacked([m.values[w[i]] for w in want], t, out_axes[i])
                yield from compare(subject, f"vmap in {in_axes} out {out_axes}, result {i}", m.values[got[i]], rows, t)
    return Check(f"{subject.label} vmap", m, verify, refused)


# ---- The same in a narrow dtype, against the wide one.


def check_narrow(subject, wide, rng):
    """Value, tangents and cotangents as the same function has them in 64 bits."""
    fn, all_ins = subject.fn, subject.fn.inexact_ins()
    args, directions, cts = subject.draw(rng), subject.draw_directions(rng), subject.draw_cotangents(rng)
    tangents = [directions[i] for i in all_ins]
    m = Module()
    pairs = []
    for kind, f in (("narrow", fn), ("wide", wide)):
        jvp, vjp = modules.jvp(f"{kind}_jvp", f, all_ins), modules.vjp(f"{kind}_vjp", f, all_ins)
        pairs.append((m.call(jvp, args + tangents), m.call(vjp, args + cts), jvp, vjp))

    def verify():
        (j, v, jvp, vjp), (wide_j, wide_v, _, _) = pairs
        for what, f, got, want in (("jvp", jvp, j, wide_j), ("vjp", vjp, v, wide_v)):
            for i, t in enumerate(f.outs):
                yield from compare(subject, f"{what}, result {i}", m.values[got[i]], m.values[want[i]], t)
    return Check(f"{subject.label} narrow", m, verify)


# ---- Transformed subjects.


def jvp_subject(s, which=None):
    which = which or s.fn.inexact_ins()
    return Subject(f"{s.label} jvp", modules.jvp(f"{s.fn.name}_jvp", s.fn, which), s.domains + [direction_of(s.domains[i]) for i in which], s.flat, s.tolerance)


def vjp_subject(s, which=None):
    outs = s.fn.inexact_outs()
    return Subject(f"{s.label} vjp", modules.vjp(f"{s.fn.name}_vjp", s.fn, which or s.fn.inexact_ins()), s.domains + ["any"] * len(outs), s.flat, s.tolerance)


def rows_of(domain, axis, n):
    return domain if axis < 0 else ("rows", axis, n, domain)


def vmap_subject(s, in_axes, out_axes, n=3):
    domains = [rows_of(d, axis, n) for d, axis in zip(s.domains, in_axes)]
    return Subject(f"{s.label} vmap", modules.vmap(f"{s.fn.name}_vmap", s.fn, in_axes, out_axes, n), domains, s.flat, s.tolerance)


def wrapped_subjects(s):
    """In a call, a scan (some arguments scanned, the others from outside), a case and a while."""
    fn, d = s.fn, s.domains
    found = [Subject(f"{s.label} call", modules.in_call(f"{fn.name}_call", fn), d)]
    for k, scanned in enumerate({tuple(range(len(fn.ins))), (0,)}):
        rows = [rows_of(x, 0 if i in scanned else -1, 2) for i, x in enumerate(d)]
        found.append(Subject(f"{s.label} scan{list(scanned)}", modules.in_scan(f"{fn.name}_scan{k}", fn, scanned), rows))
    found.append(Subject(f"{s.label} case", modules.in_case(f"{fn.name}_case", fn), ["any", *d]))
    found.append(Subject(f"{s.label} while", modules.in_while(f"{fn.name}_while", fn), ["places:3:1", *d]))
    for f in found:
        f.flat, f.tolerance = s.flat, s.tolerance
    return found
