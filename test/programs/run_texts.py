# Strings that only the executable knows: padded, compared, cut, searched, joined, chosen.
# jax: 0.10.2
import jax.numpy as jnp

x = jnp.arange(5.0) / 3
n = int(x[4] * 10)  # 13
loss = float(x[1])

s = f"{loss:.3f}/{n}"
print(s.center(20, "*"), s.ljust(12) + "|", s.rjust(12), s.zfill(12), f"{s:>14}|{s:^14}|{s:.5}|", "%10s|%-10s|" % (s, s))
print(len(s), s[0], s[-2], s[1:4], s[:-3], s.replace("/", " of "), s.find("/"), s.index("3"), s.count("3"), "/" in s, "x" not in s)
print(s.startswith("0."), s.endswith(("7", "13")), s.removeprefix("0."), s.removesuffix("/13"), repr(s), [s, n], s.strip("0/"))
print(s == "0.333/13", s != "0.333/13", s < "1", "0.4" >= s, s in ("a", "0.333/13"), n in (1, 13), n in range(3, 20, 5), n in {1: 2, 13: 4})
name = "big" if loss > 0.3 else "small"
print(name.upper(), name.title(), name.capitalize() + "!", f"{name}-{n:03d}".upper(), (name + "_x").swapcase())
bar = "#" * n + "." * (20 - n)
print(f"[{bar}] {100 * n / 20:5.1f}%", len(bar), bar.rstrip("."), "-=" * (n // 4), (name + " ") * (n // 5))
print("".join(" .:-=+*#%@"[int(v * 7)] for v in x), "|".join(f"{float(v):5.2f}" for v in x), ",".join(str(int(v)) for v in x))
row = ""
for i in range(5):
    row += "*" if x[i] > 0.5 else "."
print(row, row == "..***", row.count("*"))
if name == "big" and s.startswith("0.3"):
    print("first")
elif name == "small":
    print("second")
match name:
    case "small" | "tiny":
        print("matched small")
    case "big":
        print("matched big")
for i in range(10):
    label = f"step {i * n}"
    if i % 4 == 0:
        print(label.ljust(10) + "|", "x" * i, label.endswith("9"))
print(int(f"{n}{n}") + 1, float(f"{loss:.2f}") * 2, bool(name), bool(name[3:]), f"{n}" + ("" if n == 13 else "?") == "13")
table = {"big": 1, "small": 2}
print([k for k in table if k == name], max(f"{n}", "2"), sorted(["b", "a"])[0] + name)
print("\n".join(f"{i}: {'*' * int(v * 6):<8}|" for i, v in enumerate(x)))
print("".join(f"{int(v)}" for v in jnp.arange(300) % 10)[250:260])
v, b = float(x[1]), bool(x[1] > 0)
print(isinstance(v, float), isinstance(n, int), isinstance(b, bool), isinstance(s, str), isinstance(n, float), type(v).__name__, type(s), type(n) is int)
