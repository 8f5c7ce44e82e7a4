"""Entry points of libraries: `--entry predict --sig 'params=@params.npz, x=f32[32,784]'`.

A signature is a list of arguments, by position or by name. Each is a type (f32[32,784], where sizes may be
named), a container of such ((..), [..], {key: ..}), @FILE.npz (a dict of its arrays; a/b nests), a number, a
text, True, False or None (known while compiling), the name of a value of the program, or donate(TYPES), whose
memory results of the same types may be written to. What the signature does not give comes from annotations: jax.ShapeDtypeStructs, containers of them, or texts like 'f32[3]'.
"""

import json

from _cjax import npy
from _cjax import transform as native
from _cjax import tree as native_tree
from jax._src.api import ShapeDtypeStruct, _aval
from jax._src.core import check_results
from jax.tree_util import tree_flatten, tree_flatten_with_path, tree_map

_SHORT = {"bool": "bool", "i8": "int8", "i16": "int16", "i32": "int32", "i64": "int64", "u8": "uint8", "u16": "uint16",
          "u32": "uint32", "u64": "uint64", "f16": "float16", "bf16": "bfloat16", "f32": "float32", "f64": "float64",
          "c64": "complex64", "c128": "complex128"}
_SHORT |= {"f8_" + x: "float8_" + x for x in ("e3m4", "e4m3", "e4m3b11fnuz", "e4m3fn", "e4m3fnuz", "e5m2", "e5m2fnuz", "e8m0fnu")}
_SHORT["f4_e2m1fn"] = "float4_e2m1fn"
_MOST = 1 << 48
_CONSTANTS = {"True": True, "False": False, "None": None}


class _Stored(ShapeDtypeStruct):
    """An array of a file."""

    def __init__(self, shape, dtype, file, name):
        ShapeDtypeStruct.__init__(self, shape, dtype)
        self.file, self.name = file, name


class _Donated(ShapeDtypeStruct):
    """An array whose memory a result may take."""


class _Reader:
    """Reads the text of a signature; `names`: the program's values; `bucket`: which of several sizes (1|8|32) is meant."""

    def __init__(self, text, names, bucket=None):
        self.text, self.at, self.names = text, 0, names
        self.bucket, self.buckets = bucket, ()

    def fail(self, why, at=None):
        at = self.at if at is None else at
        raise ValueError(f"--sig: {why} at '{self.text[at:]}' (write types like f32[32,8] or n=i32[], separated by "
                         f"commas)")

    def peek(self):
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1
        return self.text[self.at:self.at + 1]

    def take(self, what):
        if self.peek() != what:
            return False
        self.at += 1
        return True

    def want(self, what):
        if not self.take(what):
            self.fail(f"'{what}' expected")

    def word(self, more="_"):
        start = self.at
        while self.at < len(self.text) and (self.text[self.at].isalnum() or self.text[self.at] in more):
            self.at += 1
        return self.text[start:self.at]

    def label(self):
        """The name before '=' or ':', or None."""
        self.peek()
        start, name = self.at, self.word()
        if name and self.peek() == "=":
            self.at += 1
            return name
        self.at = start
        return None

    def arguments(self):
        out = []
        while self.peek():
            out.append((self.label(), self.tree()))
            if self.peek():
                self.want(",")
        return out

    def items(self, end):
        out = []
        while not self.take(end):
            out.append(self.tree())
            if self.peek() != end:
                self.want(",")
        return out

    def tree(self):
        c = self.peek()
        if c == "@":
            self.at += 1
            return self.file()
        if self.take("("):
            return tuple(self.items(")"))
        if self.take("["):
            return self.items("]")
        if self.take("{"):
            return self.mapping()
        if c in ("'", '"'):
            self.at += 1
            end = self.text.find(c, self.at)
            if end < 0:
                self.fail("the end of a text is missing")
            text, self.at = self.text[self.at:end], end + 1
            return text
        return self.number() if c.isdigit() or c == "-" else self.name()

    def mapping(self):
        out = {}
        while not self.take("}"):
            self.peek()
            quote = self.text[self.at:self.at + 1] in ("'", '"')
            key = self.tree() if quote else self.word("_./-")
            if key == "":
                self.fail("a key expected")
            self.want(":")
            out[key] = self.tree()
            if self.peek() != "}":
                self.want(",")
        return out

    def number(self):
        start = self.at
        text = self.word("_.+-")
        try:
            return int(text)
        except ValueError:
            pass
        try:
            return float(text)
        except ValueError:
            self.fail("a number expected", start)

    def name(self):
        start = self.at
        word = self.word()
        if self.text[self.at:self.at + 1] == "[":
            if word not in _SHORT:
                self.fail("unknown element type", start)
            self.at += 1
            return ShapeDtypeStruct(self.sizes(), _SHORT[word])
        if word in _CONSTANTS:
            return _CONSTANTS[word]
        if word in _SHORT:
            self.fail("'[' expected")
        if word == "donate" and self.take("("):
            tree = self.tree()
            self.want(")")
            return tree_map(lambda x: _Donated(x.shape, x.dtype), tree)
        if word not in self.names:
            self.fail("unknown element type, and no value of the program," if word else "a type expected", start)
        return self.names[word]

    def sizes(self):
        """The rest of "[32,8]" or "[batch=32,8]"."""
        out, total = [], 1
        while not self.take("]"):
            self.label()
            self.peek()
            start, digits = self.at, self.word("|")
            if "|" in digits and self.bucket is not None:
                digits = self.choice(digits, start, len(out))
            if not digits.isdigit():
                self.fail("a size expected", start)
            out.append(int(digits))
            total *= out[-1] or 1
            if total >= _MOST:
                self.fail("the array is too large", start)
            if self.peek() != "]":
                if not self.take(","):
                    self.fail("',' or ']' expected")
        return tuple(out)

    def choice(self, text, start, place):
        """The size of "1|8|32" that is meant."""
        sizes = text.split("|")
        if not all(x.isdigit() for x in sizes) or any(int(x) >= int(y) for x, y in zip(["0"] + sizes, sizes)):
            self.fail("sizes to choose from are positive and increase, as in 1|8|32,", start)
        if place:
            self.fail("sizes to choose from are an array's first,", start)
        if self.buckets not in ((), tuple(sizes)):
            self.fail("the sizes to choose from are the same for all arrays,", start)
        self.buckets = tuple(sizes)
        return sizes[self.bucket]

    def file(self):
        self.peek()
        start = self.at
        while self.at < len(self.text) and self.text[self.at] not in ",)]} ":
            self.at += 1
        path = self.text[start:self.at]
        return _nested({name: _Stored(shape, dtype, path, name) for name, shape, dtype in npy.members(path)})


def _nested(flat):
    """{"a/b": x} as {"a": {"b": x}}."""
    out = {}
    for name, value in flat.items():
        *steps, last = name.split("/")
        inner = out
        for step in steps:
            inner = inner.setdefault(step, {})
        inner[last] = value
    return out


def _parameters(function):
    info = native.parameters(function)
    return () if info is None else info[0][info[5]:info[1]]


def _annotated(function, names, args, given):
    """Adds to given what the annotations of the other parameters say."""
    notes = getattr(function, "__annotations__", None) or {}
    for name in names[args:]:
        if name in given or name not in notes:
            continue
        note = notes[name]
        leaves = tree_flatten(note)[0]
        if isinstance(note, str) and "[" in note:
            given[name] = _Reader(note, {}).tree()
        elif leaves and all(isinstance(x, ShapeDtypeStruct) for x in leaves):
            given[name] = note


def _split(tree):
    """(avals, structure) of an argument; avals are None where it is known while compiling."""
    leaves, treedef = tree_flatten(tree)
    if all(isinstance(x, (bool, int, float, str)) for x in leaves):
        return None, tree
    avals = [_aval(x) for x in leaves]
    return (avals, treedef) if None not in avals else (None, tree)


def _stored(trees):
    """The name of each leaf in its file, or None, and the file."""
    leaves = [x for tree in trees for x in tree_flatten(tree)[0]]
    files = {x.file for x in leaves if isinstance(x, _Stored)}
    if len(files) > 1:
        return [None for _ in leaves], None
    return [x.name if isinstance(x, _Stored) else None for x in leaves], files.pop() if files else None


def _identifier(text):
    out = "".join([c if c.isascii() and (c.isalnum() or c == "_") else "_" for c in text]).strip("_") or "x"
    return "_" + out if out[0].isdigit() else out


def _steps(path):
    return [str(getattr(k, "key", getattr(k, "name", getattr(k, "idx", k)))).strip(".") for k in path]


def _distinct(names):
    out = []
    for name in names:
        unique, n = name, 1
        while unique in out:
            unique, n = f"{name}_{n}", n + 1
        out.append(unique)
    return out


def _argument_names(name, treedef):
    tree = treedef.unflatten(list(range(treedef.num_leaves)))
    return [_identifier("_".join([name] + _steps(path))) for path, _ in tree_flatten_with_path(tree)[0]]


def _result_names(treedef):
    tree = treedef.unflatten(list(range(treedef.num_leaves)))
    out = []
    for path, _ in tree_flatten_with_path(tree)[0]:
        steps = _steps(path)
        name = _identifier("_".join(steps)) if steps else "0"
        out.append("result" + name.lstrip("_") if name.lstrip("_")[0].isdigit() else name)
    return _distinct(out)


def _describe(tree):
    """A container whose leaves are numbers, as what stands in the manifest."""
    kind, children, keys = native_tree.level(tree)
    if kind == "leaf":
        return tree
    if kind == "none":
        return None
    inner = [_describe(c) for c in children]
    if kind == "dict":
        return {"dict": {str(k): x for k, x in zip(keys, inner)}}
    if kind == "namedtuple":
        return {"namedtuple": type(tree).__name__, "fields": {str(k): x for k, x in zip(keys, inner)}}
    if kind == "custom":
        return {"class": type(tree).__name__, "children": inner}
    return {kind: inner}


def _bind(function, signature, names):
    """Arguments by position and by name, as (label, tree) each, and how many are by position."""
    position, given = [], {}
    for i, (label, tree) in enumerate(signature):
        if label is not None and names and label not in names:
            raise ValueError(f"--sig: the function has no argument '{label}'")
        if label in given or label in [n for n, _ in position]:
            raise ValueError(f"--sig: the argument '{label}' is given twice")
        if label is None and given:
            raise ValueError("--sig: a type without a name stands behind one with a name")
        if label is None or not names or (not given and names[i:i + 1] == (label,)):
            position.append((label or (names[i] if i < len(names) else f"arg{i}"), tree))
        else:
            given[label] = tree
    _annotated(function, names, len(position), given)
    if hasattr(function, "__defaults__"):
        for name in names[len(position):len(names) - len(function.__defaults__ or ())]:
            if name not in given:
                raise TypeError(f"--sig: {function.__name__}() has no type for '{name}': neither it nor an annotation says one")
    return position, given


def _places(donated, results):
    """For each result the argument, as a text, whose memory it may take, or None: the first of its type that is left."""
    places, left = [], list(donated)
    for x in results:
        found = [(i, a) for i, a in left if a.shape == x.shape and a.dtype == x.dtype][:1]
        left = [d for d in left if d not in found]
        places.append(str(found[0][0]) if found else None)
    if left:
        raise ValueError(f"--sig: no result has the type of the donated {left[0][1].dtype.name}{list(left[0][1].shape)}")
    return tuple(places)


def buckets(text, namespace):
    """The sizes to choose from, as texts."""
    reader = _Reader(text, namespace, 0)
    reader.arguments()
    return reader.buckets


def stage(function, text, namespace, bucket):
    """(staged function, names of arguments, names of results, what the manifest says, stored names, their file,
    places of results)."""
    names = _parameters(function)
    position, given = _bind(function, _Reader(text, namespace, bucket).arguments(), names)
    signature = position + list(given.items())
    parts = [(label, *_split(tree)) for label, tree in signature]
    stored, file = _stored([tree for (_, tree), (_, some, _) in zip(signature, parts) if some is not None])
    avals = [a for _, some, _ in parts for a in some or ()]
    given_leaves = [x for (_, tree), (_, some, _) in zip(signature, parts) if some is not None for x in tree_flatten(tree)[0]]
    donated = [(i, x) for i, x in enumerate(given_leaves) if isinstance(x, _Donated)]
    places = []
    labels = _distinct([n for label, some, tree in parts if some is not None for n in _argument_names(label, tree)])

    def body(*leaves):
        at, xs = 0, []
        for _, some, tree in parts:
            n = len(some or ())
            xs.append(tree if some is None else tree.unflatten(leaves[at:at + n]))
            at += n
        keywords = dict(zip(given, xs[len(position):]))
        result = function(*xs[:len(position)], **keywords)  # not in a try: there no if is staged
        out, out_tree = tree_flatten(result)
        places[:] = _places(donated, [_aval(x) for x in out])
        return check_results(function, "jit", result, out), out_tree

    staged, out_tree = native.stage(body, avals, "jit", "jit", function, None)
    at, arguments = 0, []
    for label, some, tree in parts:
        if some is None:
            arguments.append({"name": label, "static": repr(tree)})
            continue
        n = len(some)
        arguments.append({"name": label, "tree": _describe(tree.unflatten(list(range(at, at + n))))})
        at += n
    trees = {"arguments": arguments, "result": _describe(out_tree.unflatten(list(range(out_tree.num_leaves))))}
    return staged, labels, _result_names(out_tree), json.dumps(trees), tuple(stored), file, tuple(places)
