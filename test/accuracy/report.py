"""report.py -- the tables of measured errors, and the page made of them."""
import os

import contract

HERE = os.path.dirname(os.path.abspath(__file__))


class Row:
    """One line that the measuring program prints."""
    def __init__(self, text):
        self.fields = text.rstrip("\n").split("\t")
        _, _, count, ulp, self.at, self.got, self.want, wrong, self.wrong_at = self.fields
        self.count, self.ulp, self.wrong = int(count), float(ulp), int(wrong)

    def line(self):
        return "\t".join(self.fields)


def merged(rows):
    """The row of all arguments together."""
    most = max(rows, key=lambda row: row.ulp)
    wrong = next((row.wrong_at for row in rows if row.wrong), "")
    sums = [str(sum(counts)) for counts in ([row.count for row in rows], [row.wrong for row in rows])]
    return Row("\t".join([*most.fields[:2], sums[0], *most.fields[3:7], sums[1], wrong]))


class Table:
    """Rows by function and type, in a file beside this one that is written at each change."""
    def __init__(self, name):
        self.path, self.rows = os.path.join(HERE, name), {}
        if os.path.exists(self.path):
            for line in open(self.path):
                row = Row(line)
                self.rows[row.fields[0], row.fields[1]] = row

    def put(self, f, t, row):
        self.rows[f, t] = row
        with open(self.path, "w") as out:
            out.writelines(self.rows[key].line() + "\n" for key in sorted(self.rows))


HEAD = """# Accuracy

The largest errors of elementary and special functions, in units of the last place (ULP) of the exact result, of compiled code and of JAX 0.10.2 beside it, on the same arguments.
Made by `test/accuracy/accuracy.py --doc` of what it has measured.

What is promised, and checked on samples by the suite (`test/accuracy/*.test`):

| | f32, f16, bf16 | f64 |
|---|--:|--:|
| sqrt, rem | correctly rounded | correctly rounded |
| elementary | 1 | 1, log2 and log10 2 |
| special | 4 | ndtri, rel_entr, spence 4, exp1, kl_div 6 |

Not promised is `logistic` of 16 bits, which rounds in three steps as JAX does; `log2` and `log10` of f64 are a product of `log` as in JAX. What the library makes of other functions by a formula that cancels
(`logaddexp`, `logit`, `ndtr`, `gamma`, `betaln`, `kl_div`, `sinc`, `expi`, ...) it computes in 64 bits for all narrower floats (exponentials, logarithms and `erfc` in these to 2^-33, where only products follow).
`logaddexp` of a Python number of 0 or more is `softplus`, in the type of the other argument: nothing cancels.
No function is worse than JAX's on these arguments (it would be marked `*`).
The other special functions of f64 are given as they are measured; where a result goes through zero (lgamma near 1 and 2, digamma between its poles) its relative error grows without bound.

- **Arguments.** Unary functions of f32: the column says how many, all of 2^32, or all with 2^-14 <= |x| < 128 and evenly spread others (369,033,471), or evenly spread ones; of 16 bits all. f64 and several arguments: samples over all binades, the range where the function curves,
  the neighbourhoods of 1 and of multiples of pi/2, and all pairs of zeros, infinities, nan and a few more.
- **Denormal numbers count as zero**, as arguments and as results, except in f16. Where the exact result is denormal, zero and the smallest normal number are right.
- nan, infinities and the sign of zero are compared exactly: such results are under *wrong*. JAX's come of denormal arguments (1e-40), which some of its functions do not take as zero. Sine, cosine and tangent are reduced exactly however large the argument is.
- **References.** f32 and less: glibc's functions of double, whose errors are below 1e-8 ULP of f32, with MPFR where cancellation leaves too little of a double. f64, and functions that glibc lacks: MPFR with 240 bits and more.
  Hence `libmpfr-dev` and gcc are needed for these tests, and only for these: without them they are not run.
- `exp1`, `expi` and `expn` of JAX are called for one number after the other: on arrays their loops do not end in ten minutes on these arguments.
- `bessel_jn` is JAX's recurrence (`n_iter=30`, |x| < 20), which overflows near 0 and is as accurate as its sum; `logsumexp` is that of two numbers. Both are not promised.
- `cexp_re` and so on are the parts of functions of complex64, each measured for itself, by glibc's functions of `long double complex`. They are computed in 64 bits.
- x86-64-v3 and v4 compute the same bits, as no rounding depends on the width of vectors; so does x86-64, which calls `fma`.
- The interpreter computes in double by the host's libm, or runs the library's definition, and rounds once.
"""


def number(row):
    if row is None:
        return "", ""
    return "> 10^6" if row.ulp >= 1e6 else f"{row.ulp:.2f}" if row.ulp < 100 else f"{row.ulp:.0f}", str(row.wrong) if row.wrong else ""


def place(text, t):
    return ", ".join(f"{float(x):.{17 if t == 'f64' else 9}g}" for x in text.split(","))


def is_worse(ours, theirs):
    return theirs is not None and (ours.ulp > theirs.ulp or ours.wrong > theirs.wrong)


def compare():
    """The number of functions whose largest error is above JAX's, each of which is printed."""
    ours, theirs = Table("measured.tsv").rows, Table("jax.tsv").rows
    worse = [key for key in sorted(ours) if is_worse(ours[key], theirs.get(key))]
    for key in worse:
        print(f"{':'.join(key)}: {ours[key].ulp} ULP and {ours[key].wrong} wrong, JAX {theirs[key].ulp} and {theirs[key].wrong}")
    print(f"{len(ours)} functions, {len(worse)} worse than JAX's")
    return worse


def line(f, t, ours, theirs):
    limit = contract.limit(f, t)
    ulp, wrong = number(ours)
    jax, jax_wrong = number(theirs)
    marks = " *" if is_worse(ours, theirs) else ""
    return (f"| {f} | {ours.count} | {ulp}{marks} | {place(ours.at, t)} | {'' if limit is None else f'{limit:g}'} | {wrong} | {jax} | {jax_wrong} |\n")


def write(path):
    """The page, of all that has been measured."""
    ours, theirs = Table("measured.tsv"), Table("jax.tsv")
    titles = {"f32": "f32", "f64": "f64", "f16": "float16", "bf16": "bfloat16"}
    with open(path, "w") as out:
        out.write(HEAD)
        for t, title in titles.items():
            out.write(f"\n## {title}\n\n| function | arguments | ULP | at | promised | wrong | JAX | wrong |\n|---|--:|--:|---|--:|--:|--:|--:|\n")
            for f in contract.FUNCTIONS:
                if (f, t) in ours.rows:
                    out.write(line(f, t, ours.rows[f, t], theirs.rows.get((f, t))))
        out.write("\n`*`: larger than JAX's, on the arguments measured.\n")
    return 0
