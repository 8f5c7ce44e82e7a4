# modes: interp
import json

value = {"name": "r\u00e9sum\u00e9 \U0001F600", "n": 3, "x": 1.5, "big": 10**20, "list": [1, [2, []], {}], "none": None,
         "flags": [True, False], "text": "a\"b\\c\n\t\x01/", "tuple": (1, 2)}
print(json.dumps(value))
print(json.dumps(value, indent=2, ensure_ascii=False))
print(json.dumps(value, indent="\t", separators=(",", ":"), sort_keys=True))
print(json.dumps([1e100, 1e-7, 0.1, float("nan"), float("inf"), -float("inf"), -0.0, 1e16]))
print(json.dumps({1: "a", 2.5: "b", None: "c", True: "d"}), json.dumps("x"), json.dumps([]), json.dumps({}, indent=1))
print(json.dumps({"b": 1, "a": [1, 2]}, sort_keys=True, indent=4))


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


print(json.dumps([Point(1, 2)], default=vars))


class Encoder(json.JSONEncoder):
    def default(self, o):
        return f"<{o.x}>" if isinstance(o, Point) else super().default(o)


print(json.dumps({"p": Point(3, 4)}, cls=Encoder))
back = json.loads(json.dumps(value))
print(back, back["list"] == value["list"])
print(json.loads(' [1, -2.5e3, 0, "\\u00e9\\ud83d\\ude00\\n", true, null, {"a": {"b": []}}] '), json.loads("3"), json.loads(b"[1]"))
print(json.loads("[NaN, -Infinity]"), json.loads('{"a": 1, "a": 2}', object_pairs_hook=list))
print(json.loads('{"x": {"y": 1}}', object_hook=lambda d: sorted(d)), json.loads("[1.5, 2]", parse_float=str, parse_int=float))
for text in ("", "[1,]", "{a: 1}", '{"a" 1}', "[1 2]", '"abc', "nul", '"\\x"', "1 2", '{"a": 1,}', '"\\u12"', "\n\n [}"):
    try:
        print(json.loads(text))
    except json.JSONDecodeError as e:
        print(e, e.lineno, e.colno)
for bad in ({1, 2}, [Point(0, 0)], {(1, 2): 3}, 1j):
    try:
        json.dumps(bad)
    except TypeError as e:
        print(e)
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as e:
    print(e)
