# modes: interp
import argparse
import contextlib
import io


def build(**kw):
    p = argparse.ArgumentParser(prog="train.py", description="Train a small model on synthetic data and report the loss.", **kw)
    p.add_argument("data", help="where the data is")
    p.add_argument("extra", nargs="*", type=int, help="more numbers")
    p.add_argument("--steps", type=int, default=100, help="number of optimisation steps (default: %(default)s)")
    p.add_argument("--lr", "--learning-rate", type=float, default=1e-3, metavar="RATE", help="learning rate")
    p.add_argument("-o", "--optimizer", choices=["sgd", "adam", "rmsprop"], default="adam", help="which optimiser to use for the updates of the parameters")
    p.add_argument("--verbose", "-v", action="store_true", help="print more")
    p.add_argument("-q", action="count", default=0)
    p.add_argument("--hidden", nargs="+", type=int, default=[64, 64], help="sizes of the hidden layers")
    p.add_argument("--no-jit", dest="jit", action="store_false")
    p.add_argument("--tag", action="append", help="may be given several times")
    p.add_argument("--level", type=int, choices=range(1, 4))
    return p


p = build()
print(p.parse_args(["file"]))
args = p.parse_args("file 1 2 --steps 50 --lr=0.5 -o sgd -v -qq --hidden 8 16 --no-jit --tag a --tag b --level 2".split())
print(args, args.steps + 1, args.lr, args.jit, vars(args)["hidden"])
print(p.parse_args(["x", "--learning-rate", "2", "-osgd", "-vq", "--opt", "adam"]).optimizer)
print(p.parse_known_args(["x", "--unknown", "3", "--steps", "7"]))
print(p.format_help())
print(p.format_usage())
print(build(formatter_class=argparse.ArgumentDefaultsHelpFormatter, epilog="See the manual.").format_help())


def fails(p, text):
    err = io.StringIO()
    try:
        with contextlib.redirect_stderr(err):
            p.parse_args(text.split())
    except SystemExit as e:
        print(e.code, err.getvalue().splitlines()[-1])


for text in ("", "x --steps", "x --steps ten", "x --optimizer lion", "x --steps 1 --bogus 3", "x --verbose=3", "x --level 9", "x --hidden",
             "x --l 3", "x y", "x --no-jit=1"):
    fails(p, text)
q = argparse.ArgumentParser(prog="q")
g = q.add_mutually_exclusive_group(required=True)
g.add_argument("--train", action="store_true")
g.add_argument("--eval", action="store_true")
h = q.add_argument_group("model options", "How the model looks.")
h.add_argument("--width", type=int, required=True)
h.add_argument("--bias", action=argparse.BooleanOptionalAction, default=True)
q.add_argument("--version", action="version", version="%(prog)s 1.0")
q.add_argument("--quiet", help=argparse.SUPPRESS)
print(q.parse_args(["--train", "--width", "3", "--no-bias"]))
print(q.format_help())
for text in ("--width 1", "--train --eval --width 1", "--train"):
    fails(q, text)
r = argparse.ArgumentParser(prog="r")
sub = r.add_subparsers(dest="command", help="what to do")
a = sub.add_parser("fit", help="fit the model")
a.add_argument("--epochs", type=int, default=3)
b = sub.add_parser("show")
b.add_argument("what", nargs="?", default="all")
print(r.parse_args(["fit", "--epochs", "9"]), r.parse_args(["show"]), r.parse_args(["show", "x"]))
print(r.format_help(), a.format_usage())
fails(r, "nope")
s = argparse.ArgumentParser(prog="s")
s.add_argument("x", type=float)
s.add_argument("y", type=lambda t: [int(v) for v in t.split(",")])
s.add_argument("--pair", nargs=2, metavar=("A", "B"))
print(s.parse_args(["-1.5", "1,2,3"]), s.parse_args(["--pair", "u", "v", "--", "-2", "4"]), argparse.Namespace(a=1) == argparse.Namespace(a=1))
try:
    with contextlib.redirect_stdout(io.StringIO()) as out:
        s.parse_args(["-h"])
except SystemExit as e:
    print(e.code, repr(out.getvalue()))
s.set_defaults(x=1, extra="e")
print(s.get_default("extra"), s.parse_args(["2", "3"]))
