# modes: interp
from dataclasses import dataclass
from pprint import PrettyPrinter, pformat, pp, pprint

nested = {"layers": [{"kind": "dense", "units": 128, "activation": "relu"}, {"kind": "dropout", "rate": 0.5}],
          "optimizer": {"name": "adam", "lr": 0.001, "betas": (0.9, 0.999)}, "epochs": 10}
pprint(nested)
pp(nested, width=40)
pprint(nested, width=30, indent=2)
pprint(list(range(60)))
pprint(list(range(60)), compact=True, width=50)
pprint({"b": 1, "a": 2}, sort_dicts=False)
print(pformat([1, [2, [3, [4]]]], depth=2), pformat({}), pformat(()), pformat((1,)), pformat("x"))
pprint({3, 1, 2}, width=4)
pprint(["a" * 30, "b" * 30, "c" * 30], width=60)
pprint("the quick brown fox jumps over the lazy dog " * 3, width=50)
pprint({"key": "some words that are too long for one line of this width"}, width=40)
print(pformat(1234567, underscore_numbers=True), pformat([True, None, 1.5, 2j]))


@dataclass
class Config:
    name: str
    sizes: list
    rate: float = 0.1


pprint(Config("model", [1, 2]))
pprint(Config("a name that is long", list(range(10))), width=40)
PrettyPrinter(width=20).pprint([["aaaaaa", "bbbbbb"], ("c", "d")])
