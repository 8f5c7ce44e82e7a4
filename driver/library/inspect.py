"""inspect: parameters of functions, and kinds of objects."""

from collections import namedtuple
from types import BuiltinFunctionType, FunctionType, GeneratorType, MethodType

CO_VARARGS, CO_VARKEYWORDS, CO_GENERATOR = 4, 8, 32


class _Empty:
    pass


class _Kind(int):
    _names = ("POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD", "VAR_POSITIONAL", "KEYWORD_ONLY", "VAR_KEYWORD")
    name = property(lambda self: self._names[int(self)])
    description = property(lambda self: self.name.lower().replace("var_", "variadic ").replace("_", " "))

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {int(self)}>"


def formatannotation(a):
    if isinstance(a, type):
        return a.__qualname__ if a.__module__ == "builtins" else f"{a.__module__}.{a.__qualname__}"
    return repr(a)


class Parameter:
    empty = _Empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL = _Kind(0), _Kind(1), _Kind(2)
    KEYWORD_ONLY, VAR_KEYWORD = _Kind(3), _Kind(4)

    def __init__(self, name, kind, *, default=_Empty, annotation=_Empty):
        self.name, self.kind, self.default, self.annotation = name, kind, default, annotation

    def replace(self, **changes):
        given = {"name": self.name, "kind": self.kind, "default": self.default, "annotation": self.annotation}
        return Parameter(**{**given, **changes})

    def __str__(self):
        text = {2: "*", 4: "**"}.get(int(self.kind), "") + self.name
        if self.annotation is not _Empty:
            text += f": {formatannotation(self.annotation)}"
        if self.default is not _Empty:
            text += f" = {self.default!r}" if self.annotation is not _Empty else f"={self.default!r}"
        return text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        return isinstance(other, Parameter) and (self.name, self.kind, self.default, self.annotation) == \
            (other.name, other.kind, other.default, other.annotation)


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature, self.arguments = signature, arguments

    @property
    def args(self):
        out = []
        for name, p in self.signature.parameters.items():
            if p.kind > 2 or name not in self.arguments:
                break
            out += self.arguments[name] if p.kind == 2 else [self.arguments[name]]
        return tuple(out)

    @property
    def kwargs(self):
        out, positional = {}, True
        for name, p in self.signature.parameters.items():
            positional = positional and p.kind <= 2 and name in self.arguments
            if positional or name not in self.arguments:
                continue
            out.update(self.arguments[name] if p.kind == 4 else {name: self.arguments[name]})
        return out

    def apply_defaults(self):
        made = {}
        for name, p in self.signature.parameters.items():
            empty = {2: (), 4: {}}.get(int(p.kind), p.default)
            value = self.arguments.get(name, empty)
            if value is not _Empty:
                made[name] = value
        self.arguments = made

    def __repr__(self):
        return f"<BoundArguments ({', '.join(f'{k}={v!r}' for k, v in self.arguments.items())})>"


class Signature:
    empty = _Empty

    def __init__(self, parameters=None, *, return_annotation=_Empty):
        self.parameters = {p.name: p for p in parameters or ()}
        self.return_annotation = return_annotation

    def replace(self, *, parameters=None, return_annotation=None):
        return Signature(self.parameters.values() if parameters is None else parameters,
                         return_annotation=self.return_annotation if return_annotation is None else return_annotation)

    def __str__(self):
        out, before = [], None
        for p in self.parameters.values():
            if before == 0 and p.kind != 0:
                out.append("/")
            if p.kind == 3 and before not in (2, 3):
                out.append("*")
            out.append(str(p))
            before = p.kind
        if before == 0:
            out.append("/")
        text = f"({', '.join(out)})"
        if self.return_annotation is not _Empty:
            text += f" -> {formatannotation(self.return_annotation)}"
        return text

    def __repr__(self):
        return f"<Signature {self}>"

    def __eq__(self, other):
        return isinstance(other, Signature) and list(self.parameters.values()) == list(other.parameters.values()) and \
            self.return_annotation == other.return_annotation

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        made, args, kwargs = {}, list(args), dict(kwargs)
        for name, p in self.parameters.items():
            if p.kind == 2:
                made[name], args = tuple(args), []
            elif p.kind == 4:
                made[name], kwargs = kwargs, {}
            elif p.kind <= 1 and args:
                if p.kind == 1 and name in kwargs:
                    raise TypeError(f"multiple values for argument {name!r}")
                made[name] = args.pop(0)
            elif p.kind != 0 and name in kwargs:
                made[name] = kwargs.pop(name)
            elif p.default is _Empty and not partial:
                raise TypeError(f"missing a required argument: {name!r}")
        if args:
            raise TypeError("too many positional arguments")
        if kwargs:
            raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return BoundArguments(self, {k: v for k, v in made.items() if self.parameters[k].kind not in (2, 4) or v})


def _of_function(f):
    code, hints = f.__code__, f.__annotations__
    names, npos, nonly = code.co_varnames, code.co_argcount, code.co_posonlyargcount
    defaults, more = f.__defaults__ or (), f.__kwdefaults__ or {}
    made, first = [], npos - len(defaults)
    for i, name in enumerate(names[:npos]):
        kind = Parameter.POSITIONAL_ONLY if i < nonly else Parameter.POSITIONAL_OR_KEYWORD
        made.append(Parameter(name, kind, default=defaults[i - first] if i >= first else _Empty))
    at = npos + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        made.append(Parameter(names[at], Parameter.VAR_POSITIONAL))
        at += 1
    made += [Parameter(name, Parameter.KEYWORD_ONLY, default=more.get(name, _Empty))
             for name in names[npos:npos + code.co_kwonlyargcount]]
    if code.co_flags & CO_VARKEYWORDS:
        made.append(Parameter(names[at], Parameter.VAR_KEYWORD))
    made = [p.replace(annotation=hints.get(p.name, _Empty)) for p in made]
    return Signature(made, return_annotation=hints.get("return", _Empty))


def _of_partial(f):
    base, made, rest = signature(f.func), [], list(f.args)
    for p in base.parameters.values():
        if rest and p.kind <= 1:
            rest.pop(0)
        elif p.name in f.keywords:
            made.append(p.replace(kind=Parameter.KEYWORD_ONLY, default=f.keywords[p.name]))
        elif p.kind == 1 and any(q.kind == 3 for q in made):
            made.append(p.replace(kind=Parameter.KEYWORD_ONLY))
        else:
            made.append(p)
    return base.replace(parameters=made)


def signature(obj, *, follow_wrapped=True):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if isinstance(obj, MethodType):
        whole = signature(obj.__func__)
        return whole.replace(parameters=list(whole.parameters.values())[1:])
    if follow_wrapped and hasattr(obj, "__wrapped__"):
        return signature(obj.__wrapped__)
    if isinstance(obj, FunctionType):
        return _of_function(obj)
    if hasattr(obj, "func") and hasattr(obj, "keywords"):
        return _of_partial(obj)
    if isinstance(obj, type):
        init = getattr(obj, "__init__")
        if not isinstance(init, FunctionType):
            return Signature()
        whole = signature(init)
        return whole.replace(parameters=list(whole.parameters.values())[1:], return_annotation=_Empty)
    call = getattr(type(obj), "__call__", None)
    if isinstance(call, FunctionType):
        whole = signature(call)
        return whole.replace(parameters=list(whole.parameters.values())[1:])
    raise ValueError(f"no signature found for builtin {obj!r}")


FullArgSpec = namedtuple("FullArgSpec", "args varargs varkw defaults kwonlyargs kwonlydefaults annotations")


def getfullargspec(func):
    parts = list(signature(func, follow_wrapped=False).parameters.values())
    bound = ["self"] if isinstance(func, MethodType) else []
    single = {kind: next((p.name for p in parts if p.kind == kind), None) for kind in (2, 4)}
    defaults = tuple([p.default for p in parts if p.kind < 2 and p.default is not _Empty])
    named = {p.name: p.default for p in parts if p.kind == 3 and p.default is not _Empty}
    returned = signature(func, follow_wrapped=False).return_annotation
    hints = {} if returned is _Empty else {"return": returned}
    return FullArgSpec(bound + [p.name for p in parts if p.kind < 2], single[2], single[4], defaults or None,
                       [p.name for p in parts if p.kind == 3], named or None,
                       {**hints, **{p.name: p.annotation for p in parts if p.annotation is not _Empty}})


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The hints of a function, or of a class without its bases."""
    if eval_str:
        raise NotImplementedError("inspect.get_annotations: eval_str")
    hints = obj.__dict__.get("__annotations__") if isinstance(obj, type) else getattr(obj, "__annotations__", None)
    return dict(hints or {})


def isfunction(x):
    return isinstance(x, FunctionType)


def ismethod(x):
    return isinstance(x, MethodType)


def isclass(x):
    return isinstance(x, type)


def isbuiltin(x):
    return isinstance(x, BuiltinFunctionType)


def isroutine(x):
    return isfunction(x) or ismethod(x) or isbuiltin(x)


def isgenerator(x):
    return isinstance(x, GeneratorType)


def isgeneratorfunction(x):
    x = x.__func__ if ismethod(x) else x
    return isfunction(x) and bool(x.__code__.co_flags & CO_GENERATOR)


def iscoroutinefunction(x):
    return False


def ismodule(x):
    return type(x).__name__ == "module"


def isabstract(x):
    return isclass(x) and bool(getattr(x, "__abstractmethods__", ()))


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__") and not (stop and stop(func)):
        func = func.__wrapped__
    return func


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins) if margins else 0
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    return cleandoc(doc) if isinstance(doc, str) else None


def getmembers(object, predicate=None):
    found = [(name, getattr(object, name)) for name in dir(object)]
    return sorted([(k, v) for k, v in found if predicate is None or predicate(v)], key=lambda p: p[0])


def getmro(cls):
    return cls.__mro__


def getsource(object):
    raise NotImplementedError("inspect.getsource: the source text is not kept")


def currentframe():
    return None
