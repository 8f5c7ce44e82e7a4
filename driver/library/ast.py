"""ast: literal_eval, and the classes of nodes as names; programs cannot read their own syntax trees."""


def literal_eval(node_or_string):
    """The value of a text that is a literal: numbers, texts, True, False, None, and tuples, lists, dicts and sets of them."""
    if not isinstance(node_or_string, str):
        raise NotImplementedError("ast.literal_eval: syntax trees are not supported, texts are")
    text = node_or_string.lstrip(" \t")
    names, quote, i = [], "", 0
    while i < len(text):  # names, calls and attributes outside of texts are no literals
        c = text[i]
        if quote:
            if c == "\\":
                i += 1
            elif text.startswith(quote, i):
                i += len(quote) - 1
                quote = ""
        elif c in "\"'":
            quote = c * 3 if text.startswith(c * 3, i) else c
            i += len(quote) - 1
        elif c.isalpha() or c == "_":
            end = i
            while end < len(text) and (text[end].isalnum() or text[end] == "_"):
                end += 1
            number = i > 0 and (text[i - 1].isdigit() or text[i - 1] == ".")
            prefix = end < len(text) and text[end] in "\"'" and text[i:end].lower() in ("r", "b", "u", "br", "rb")
            if text[i:end] not in ("True", "False", "None") and not number and not prefix:
                names.append(text[i:end])
            i = end - 1
        elif c in "@%&|^~<>=;/*!?" or text.startswith("**", i):
            names.append(c)
        i += 1
    if names and not (names == ["set"] and text.rstrip() == "set()"):
        raise ValueError(f"malformed node or string: {names[0]!r}")
    return eval(text)


def parse(source, filename="<unknown>", mode="exec", **options):
    raise NotImplementedError("ast.parse: a program's syntax trees are not there when it runs; exec and eval take texts")


dump = unparse = walk = fix_missing_locations = parse


class AST:
    """What every node is."""

    _fields = ()


class expr(AST):
    pass


class stmt(AST):
    pass


class NodeVisitor:
    """Visits nothing: there are no trees."""


class NodeTransformer(NodeVisitor):
    pass


def _nodes(base, names):
    return [type(name, (base,), {}) for name in names.split()]


(Attribute, BinOp, BoolOp, Call, Compare, Constant, Dict, DictComp, GeneratorExp, IfExp, JoinedStr, Lambda, List, ListComp,
 Name, NamedExpr, Set, SetComp, Slice, Starred, Subscript, Tuple, UnaryOp) = _nodes(expr, (
     "Attribute BinOp BoolOp Call Compare Constant Dict DictComp GeneratorExp IfExp JoinedStr Lambda List ListComp "
     "Name NamedExpr Set SetComp Slice Starred Subscript Tuple UnaryOp"))
(AnnAssign, Assert, Assign, AugAssign, Break, ClassDef, Continue, Delete, Expr, For, FunctionDef, Global, If, Import,
 ImportFrom, Nonlocal, Pass, Raise, Return, Try, While, With) = _nodes(stmt, (
     "AnnAssign Assert Assign AugAssign Break ClassDef Continue Delete Expr For FunctionDef Global If Import "
     "ImportFrom Nonlocal Pass Raise Return Try While With"))
Module, Expression, Load, Store, arg, arguments, keyword, alias = _nodes(
    AST, "Module Expression Load Store arg arguments keyword alias")
