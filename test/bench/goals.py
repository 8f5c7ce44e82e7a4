#!/usr/bin/env python3
"""goals.py [-o docs/performance.md] -- the table of goals, from what suite.py and kernels.py measured (figures.json).

Where a goal is missed the row ends with what the profile says: the text of that goal in profiles.json.
"""
import argparse
import json
import os
import statistics
import sys

import page
import suite

HERE = os.path.dirname(os.path.abspath(__file__))
PROFILES = os.path.join(HERE, "profiles.json")
OTHERS = {"mandelbrot": ("Numba, a loop per point", 210 / 31), "black_scholes": ("IREE", 48.9 / 7.9), "elementwise": ("IREE", 12.9 / 9.1),
          "lorenz": ("Numba, serial", 6.46 / 2.15), "random_normal": ("torch", 429 / 68), "attention_grad": ("torch", 13.4 / 10.3)}

OTHERS_SHARED = {"mlp_train": ("IREE", 131 / 106), "reductions": ("torch", 153 / 71)}


def mean(x):
    return statistics.geometric_mean(x) if x else float("nan")


class Table:
    def __init__(self, figures, profiles):
        self.figures = figures
        self.programs, self.kernels, self.profiles, self.rows = figures.get("programs", {}), figures.get("kernels", {}), profiles, []

    def add(self, key, what, goal, figure, met):
        why = "" if met else self.profiles.get(key, "")
        if not met and not why:
            print(f"{key}: missed, and profiles.json does not say why", file=sys.stderr)
        self.rows.append(f"| {what} | {goal} | {figure} | {'met' if met else 'missed'} | {why} |\n")

    def at_least(self, key, what, goal, value, unit="x"):
        self.add(key, what, f"{goal:g}{unit}", f"{value:.3g}{unit}", value >= goal)

    def at_most(self, key, what, goal, value, unit="x"):
        self.add(key, what, f"{goal:g}{unit}", f"{value:.3g}{unit}", value <= goal)

    def count(self, threads, group=None):
        return f" ({len(self.ratios(threads, group))} programs)"

    def ratios(self, threads, group=None):
        return {n: r[threads]["ratio"] for n, r in self.programs.items() if threads in r and group in (None, r["group"])}

    def steady_state(self):
        for threads, text in (("1", "one core"), ("2", "two threads")):
            for group, goal in ((None, 3), ("small-loop", 5), ("memory", 2.5), ("product", 1.2)):
                found = self.ratios(threads, group)
                if found:
                    self.at_least(f"{group or 'all'} {threads}", f"geometric mean of {group or 'all'} programs beside JAX, {text}" + self.count(threads, group), goal, mean(found.values()))
            found = self.ratios(threads)
            if found:
                worst = min(found, key=found.get)
                self.at_least(f"worst {threads}", f"the worst program, {text}{self.count(threads)}: {worst}", 1, found[worst])

    def one_by_one(self):
        goals = {"lorenz": 3, "kalman_grad": 10, "hmc": 10, "scalar_leaves": 30, "mandelbrot": 7, "black_scholes": 6, "random_normal": 4, "reductions": 4,
                 "heat_rolls": 4, "heat_slices": 4, "heat_conv": 4}
        found = self.ratios("1")
        for name, goal in goals.items():
            if name in found:
                self.at_least(name, f"{name} beside JAX", goal, found[name])
        for name, (who, times) in OTHERS.items():
            if name in found:
                self.at_least(f"{name} other", f"{name}: not behind {who}, which was {times:.2g} times as fast as JAX elsewhere", round(times, 2), found[name])

    def kernel_goals(self):
        products = {n: r["ratio"] for n, r in self.kernels.get("products", {}).items()}
        for tag in ("float32", "float64", "float32, two threads", "float64, two threads"):
            found = {n: x for n, x in products.items() if n.endswith(" " + tag)}
            if not found:
                continue
            self.at_least(f"products {tag}", f"products {tag} beside OpenBLAS, geometric mean", 1, mean(found.values()))
            behind = [n.split()[0] for n, x in found.items() if x < 0.95]
            self.add(f"each product {tag}", f"each of them {len(found)}", "0.95x", "below: " + ", ".join(behind) if behind else "none below", not behind)
        for name, r in self.kernels.get("bandwidth", {}).items():
            self.at_least(f"bandwidth {name}", f"{name} of 64 MB beside {r['kind']} bandwidth", 0.9, r["cjax"] / r["limit"], "")
        for name, r in self.kernels.get("conv", {}).items():
            self.at_least("conv", f"convolution {name} of peak", 0.8, r["cjax"] / r["peak"], "")

    def whole_processes(self):
        rows = {n: dict(r["whole"], jax_compile=r["whole"]["jax_compile"]) for n, r in self.programs.items() if "jax_compile" in r.get("whole", {})}
        if not rows:
            return
        median = lambda f: statistics.median(f(w) for w in rows.values())
        self.at_least("start", "process start to first result, median", 100, median(lambda w: w["jax_run"] / w["run"]))
        self.at_most("compile median", "cjaxc's compile time by JAX's trace and compile, median", 0.5, median(lambda w: w["cold"] / w["jax_compile"]))
        worst = max(rows, key=lambda n: rows[n]["cold"] / rows[n]["jax_compile"])
        self.at_most("compile worst", f"the worst: {worst}", 1, rows[worst]["cold"] / rows[worst]["jax_compile"])
        self.at_most("compile warm", "the same with a warm cache, median", 0.1, median(lambda w: w["warm"] / w["jax_compile"]))
        most = max(rows, key=lambda n: rows[n]["memory"] / rows[n]["jax_memory"])
        self.at_most("memory", f"peak memory by JAX's, the worst: {most}", 0.25, rows[most]["memory"] / rows[most]["jax_memory"])
        most = max(rows, key=lambda n: rows[n]["memory"] - rows[n]["arena"])
        self.at_most("arena", f"peak memory above the arena, the worst: {most}", 2, rows[most]["memory"] - rows[most]["arena"], " MB")
        self.at_most("size", "executable, median", 150, median(lambda w: w["size"]), " kB")
        self.at_least("save", "save to result: `cjaxc run` with an empty cache beside `python`, median", 3, median(lambda w: w["jax_run"] / w["save"]))
        worst = min(rows, key=lambda n: rows[n]["jax_run"] / rows[n]["save"])
        self.at_least("save worst", f"the worst: {worst}", 1, rows[worst]["jax_run"] / rows[worst]["save"])

    def others_with_two_threads(self):
        """Beside what another one took with two threads and JAX with one."""
        for name, (who, times) in OTHERS_SHARED.items():
            r = self.programs.get(name, {})
            if "1" in r and "2" in r:
                self.at_least(f"{name} other 2", f"{name}: not behind {who} with two threads, which took JAX's one {times:.2g} times as long elsewhere",
                              round(times, 2), r["1"]["jax"] / r["2"]["cjax"])

    def two_threads(self):
        both = {n: (r["1"]["cjax"] / r["2"]["cjax"], r) for n, r in self.programs.items()
                if "1" in r and "2" in r and r["1"].get("at") == r["2"].get("at")}
        for name, (speedup, r) in both.items():
            if r["1"]["cjax"] > 10 and r["group"] == "product":
                self.at_least(f"threads {name}", f"two threads over one: {name}", 1.7, speedup)
        if both:
            slowest = min(both, key=lambda n: both[n][0])
            self.at_least("threads slowest", f"the least gain of a second thread: {slowest}", 0.95, both[slowest][0])

    def text(self):
        for part in (self.steady_state, self.one_by_one, self.kernel_goals, self.whole_processes, self.two_threads, self.others_with_two_threads):
            part()
        met = sum("| met |" in r for r in self.rows)
        return (f"Made by `test/bench/goals.py` of the figures that suite.py and kernels.py kept: {met} of {len(self.rows)} met. What is said of a missed one is what its profile "
                "showed (`test/bench/profiles.json`).\n\n| what | goal | found | | why |\n|---|--:|--:|---|---|\n" + "".join(self.rows))


def main(argv=None):
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("-o", "--output", default=page.PAGE)
    args = p.parse_args(argv)
    with open(PROFILES) as f:
        profiles = json.load(f)
    page.replace_section(args.output, "Goals", Table(page.load_figures(), profiles).text())


if __name__ == "__main__":
    main()
