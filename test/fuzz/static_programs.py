"""static_programs.py SEED COUNT -- prints a Python module with COUNT random programs, the same for the same seed.

Each program is a function that works on ints, floats, texts, lists, tuples, dicts, functions and small classes, or a
piece of the module that does; it prints what it finds, or the error it ends with.  Every loop and every value is bounded.
"""
import sys

from rng import Rng

INT, FLOAT, BOOL, STR, LIST, DICT, TUPLE = "int float bool str list dict tuple".split()
KINDS = [INT, INT, FLOAT, BOOL, STR, LIST, DICT, TUPLE]
WORDS = ["a", "b", "key", "xyz", "Hello", "", "a b", "é", "0", "Zz-9", "tab\\t"]


class Generator:
    def __init__(self, rng):
        self.rng, self.lines, self.depth, self.loops, self.names = rng, [], 0, 0, 0
        self.vars = {k: [] for k in set(KINDS)}
        self.functions = []  # names of functions of two ints

    # ---- Expressions.

    def pick(self, *options):
        return self.rng.choice(options)

    def expr(self, kind, depth=3):
        known = self.vars[kind]
        if depth <= 0 or self.rng.random() < 0.15:
            return self.rng.choice(known) if known and self.rng.random() < 0.7 else self.literal(kind)
        if known and self.rng.random() < 0.2:
            return self.rng.choice(known)
        return getattr(self, f"expr_{kind}")(depth - 1)

    def literal(self, kind):
        r = self.rng
        if kind == INT:
            return str(r.choice([0, 1, 2, 3, -1, -7, 10, 255, 2 ** 31, -2 ** 63, 10 ** 20]))
        if kind == FLOAT:
            return r.choice(["0.0", "1.5", "-2.25", "0.1", "1e10", "3.0", "-0.0", "1e-7", "2.5"])
        if kind == BOOL:
            return r.choice(["True", "False"])
        if kind == STR:
            return '"' + r.choice(WORDS) + '"'
        if kind == LIST:
            return "[" + ", ".join(self.literal(INT) for _ in range(r.randrange(4))) + "]"
        if kind == TUPLE:
            return "(" + "".join(self.literal(r.choice([INT, STR, FLOAT])) + ", " for _ in range(r.randrange(4))) + ")"
        return "{" + ", ".join(f'"{k}": {self.literal(INT)}' for k in r.sample(WORDS, r.randrange(3))) + "}"

    def expr_int(self, d):
        i = lambda: self.expr(INT, d)
        k = self.rng.randrange(22)
        if k < 5:
            return f"({i()} {self.pick('+', '-', '*')} {i()})"
        if k == 5:
            divisor = i() if self.rng.random() < 0.15 else f"({i()} or 7)"
            return f"({i()} {self.pick('//', '%')} {divisor})"
        if k == 6:
            return f"({i()} {self.pick('&', '|', '^')} {i()})"
        if k == 7:
            return f"({i()} {self.pick('<<', '>>')} ({i()} % 20))"
        if k == 8:
            return f"(({i()} % 11) ** ({i()} % 6))"
        if k == 9:
            return f"{self.pick('-', '~', '+')}{i()}"
        if k == 10:
            return f"{self.pick('abs', 'int', 'hash')}({i()} % 1000)"
        if k == 11:
            return f"len({self.expr(self.pick(STR, LIST, DICT, TUPLE), d)})"
        if k == 12:
            return f"({i()} if {self.expr(BOOL, d)} else {i()})"
        if k == 13:
            return f"{self.expr(LIST, d)}[{i()} % 5]" if self.rng.random() < 0.15 else f"[*{self.expr(LIST, d)}, 1, 2, 3][{i()} % 3]"
        if k == 14:
            return f"{self.pick('max', 'min')}({i()}, {i()}, {i()})"
        if k == 15:
            return f"sum({self.expr(LIST, d)})"
        if k == 16:
            return f"{self.expr(DICT, d)}.get({self.expr(STR, d)}, {i()})"
        if k == 17:
            return f"int({self.pick('round', 'int')}({self.expr(FLOAT, d)}))"
        if k == 18 and self.functions:
            return f"{self.rng.choice(self.functions)}({i()}, {i()})"
        if k == 19:
            return f"{self.expr(STR, d)}.{self.pick('find', 'count', 'rfind') if self.rng.random() < 0.9 else 'index'}({self.expr(STR, d)})"
        if k == 20:
            return f"divmod({i()}, {i()} or -3)[{self.pick(0, 1)}]"
        return f"(lambda a, b={i()}: a {self.pick('+', '-', '*')} b)({i()})"

    def expr_float(self, d):
        f, i = lambda: self.expr(FLOAT, d), lambda: self.expr(INT, d)
        k = self.rng.randrange(10)
        if k < 4:
            return f"({f()} {self.pick('+', '-', '*')} {self.pick(f, i)()})"
        if k == 4:
            divisor = self.pick(f, i)()
            return f"({self.pick(f, i)()} / {divisor if self.rng.random() < 0.15 else f'({divisor} or 0.5)'})"
        if k == 5:
            return f"({f()} {self.pick('//', '%')} ({f()} or 1.5))"
        if k == 6:
            return f"float({i()})"
        if k == 7:
            return f"{self.pick('abs', 'float', 'round')}({f()}{self.pick('', '')})" if self.rng.random() < 0.5 else f"round({f()}, {self.pick(0, 1, 2, 3)})"
        if k == 8:
            return f"(abs({f()}) % 100.0 ** {self.pick('0.5', '2', '1.5')})"
        return f"({f()} if {self.expr(BOOL, d)} else {f()})"

    def expr_bool(self, d):
        k = self.rng.randrange(9)
        kind = self.rng.choice(KINDS)
        if k < 3:
            kind = self.pick(INT, FLOAT, STR, LIST)
            return f"({self.expr(kind, d)} {self.pick('<', '<=', '==', '!=', '>', '>=')} {self.expr(kind, d)})"
        if k == 3:
            return f"({self.expr(INT, d)} {self.pick('<', '<=')} {self.expr(INT, d)} {self.pick('<', '==')} {self.expr(INT, d)})"
        if k == 4:
            return f"({self.expr(BOOL, d)} {self.pick('and', 'or')} {self.expr(BOOL, d)})"
        if k == 5:
            return f"(not {self.expr(kind, d)})"
        if k == 6:
            return self.pick(f"({self.expr(INT, d)} {self.pick('in', 'not in')} {self.expr(LIST, d)})", f"({self.expr(STR, d)} in {self.expr(self.pick(DICT, STR), d)})")
        if k == 7:
            return f"{self.pick('any', 'all')}({self.expr(LIST, d)})"
        return f"bool({self.expr(kind, d)})"

    def spec(self, kind):
        if kind == INT:
            return self.pick("", ":5", ":<4", ":05", ":+d", ":,", ":x", ":^7", ":_", ":b", ":>+8,")
        if kind == FLOAT:
            return self.pick("", ":.2f", ":8.3f", ":.3e", ":g", ":+.1f", ":,.2f", ":.4g", ":010.2f", ":%")
        return self.pick("", ":>6", ":^8", ":*<5", ":.2") if kind == STR else self.pick("", "!r", "!s:>9")

    def expr_str(self, d):
        s = lambda: self.expr(STR, d)
        k = self.rng.randrange(13)
        if k < 2:
            return f"({s()} + {s()})"
        if k == 2:
            return f"({s()} * ({self.expr(INT, d)} % 4))"
        if k == 3:
            return f"str({self.expr(self.rng.choice(KINDS), d)})"
        if k == 4:
            return f"{s()}.{self.pick('upper', 'lower', 'strip', 'title', 'swapcase', 'capitalize')}()"
        if k == 5:
            return f"{s()}[{self.expr(INT, 0)} % 9:{self.pick('', self.literal(INT))}]"
        if k == 6:
            return f"{s()}.replace({s()}, {s()}, 3)"
        if k == 7:
            kind = self.pick(INT, FLOAT, STR, LIST, TUPLE)
            name = self.rng.choice(self.vars[kind]) if self.vars[kind] else "5"
            return f'f"<{{{name}{self.spec(kind) if self.vars[kind] else ""}}}>"'
        if k == 8:
            return f'{self.pick(chr(34) + "," + chr(34), "(" + s() + ")")}.join(str(v) for v in {self.expr(LIST, d)})'
        if k == 9:
            return f'"%{self.pick("s", "r", "5s", ".3s")}|%{self.pick("d", "5d", "x", "s")}" % ({s()}, {self.expr(INT, d)})'
        if k == 10:
            return f"{s()}.{self.pick('center', 'ljust', 'rjust', 'zfill')}({self.expr(INT, 0)} % 9)"
        if k == 11:
            return f"({s()} or {s()})"
        return f'"{{}}-{{!r:>5}}".format({self.expr(self.rng.choice(KINDS), d)}, {s()})'

    def expr_list(self, d):
        l, i = lambda: self.expr(LIST, d), lambda: self.expr(INT, d)
        k = self.rng.randrange(11)
        if k == 0:
            return f"({l()} + {l()})"
        if k == 1:
            return f"[{', '.join(i() for _ in range(self.rng.randrange(1, 4)))}]"
        if k < 4:
            return self.comprehension(d)
        if k == 4:
            return f"sorted({l()}{self.pick('', ', reverse=True', ', key=lambda v: -v', ', key=lambda v: (v % 3, v)')})"
        if k == 5:
            return f"{l()}[{self.pick('', '1', '-2', i())}:{self.pick('', '3', '-1')}{self.pick('', '', ':2', ':-1')}]"
        if k == 6:
            return f"list(range({self.expr(INT, 0)} % 7, {self.pick('5', '9', '-3')}{self.pick('', ', 2', ', -1')}))"
        if k == 7:
            return f"([{i()}, *{l()}])"
        if k == 8:
            return f"list({self.expr(DICT, d)}.values())"
        if k == 9:
            return f"[a {self.pick('+', '-', '*')} b for a, b in zip({l()}, {l()})]"
        return f"{self.pick('list(reversed', 'sorted(set', 'list(tuple', 'list(dict.fromkeys')}({l()}))" if self.rng.random() < 0.3 else f"{l()}[::-1]"

    def comprehension(self, d):
        v = self.fresh("c")
        source = self.expr(LIST, d) if self.rng.random() < 0.6 else f"range({self.expr(INT, 0)} % 6)"
        self.vars[INT].append(v)
        body, cond = self.expr(INT, d), f" if {self.expr(BOOL, d)}" if self.rng.random() < 0.4 else ""
        self.vars[INT].remove(v)
        return f"[{body} for {v} in {source}{cond}]"

    def expr_dict(self, d):
        k = self.rng.randrange(5)
        if k == 0:
            return "{" + ", ".join(f"{self.expr(STR, d)}: {self.expr(INT, d)}" for _ in range(self.rng.randrange(3))) + "}"
        if k == 1:
            return f"{{**{self.expr(DICT, d)}, {self.expr(STR, d)}: {self.expr(INT, d)}}}"
        if k == 2:
            return f"({self.expr(DICT, d)} | {self.expr(DICT, d)})"
        if k == 3:
            return f"{{k: v {self.pick('+', '*', '-')} {self.expr(INT, d)} for k, v in {self.expr(DICT, d)}.items()}}"
        return f"{{str(v): v for v in {self.expr(LIST, d)}}}"

    def expr_tuple(self, d):
        k = self.rng.randrange(4)
        if k == 0:
            return f"({self.expr(TUPLE, d)} + {self.expr(TUPLE, d)})"
        if k == 1:
            return f"tuple({self.expr(self.pick(LIST, STR, DICT), d)})"
        if k == 2:
            return f"divmod({self.expr(INT, d)}, {self.expr(INT, d)} or 5)"
        return f"({self.expr(self.rng.choice(KINDS), d)}, {self.expr(INT, d)})"

    # ---- Statements.

    def fresh(self, prefix):
        self.names += 1
        return f"{prefix}{self.names}"

    def put(self, line):
        self.lines.append("    " * self.depth + line)

    def bounded(self, kind):
        e = self.expr(kind)
        if kind == INT:
            return f"({e}) % {self.pick(97, 1009, 65537)} - {self.pick(0, 5, 50)}" if self.loops or self.rng.random() < 0.3 else e
        if kind == FLOAT:
            return f"({e}) % {self.pick('7.5', '100.0')}" if self.loops else e
        return f"({e})[:{self.pick(8, 12)}]" if kind in (STR, LIST, TUPLE) and self.loops else e

    def block(self, n=None):
        self.depth += 1
        saved = {k: list(v) for k, v in self.vars.items()}
        lines = len(self.lines)
        for _ in range(n or self.rng.randrange(1, 4)):
            self.statement()
        if len(self.lines) == lines:
            self.put("pass")
        self.vars = saved
        self.depth -= 1

    def statement(self):
        k = self.rng.randrange(20)
        if self.depth > 4 and 8 < k < 17:
            k = 0
        if k < 5:
            self.assign()
        elif k < 7:
            self.show()
        elif k == 7:
            self.augment()
        elif k == 8:
            self.mutate()
        elif k < 11:
            self.put(f"if {self.expr(BOOL)}:")
            self.block()
            if self.rng.random() < 0.3:
                self.put(f"elif {self.expr(BOOL)}:")
                self.block()
            if self.rng.random() < 0.5:
                self.put("else:")
                self.block()
        elif k < 14:
            self.loop()
        elif k == 14:
            self.attempt()
        elif k == 15:
            self.function()
        elif k == 16:
            self.match()
        elif k == 17:
            names = [n for n in self.vars[INT] if n[0] != "c"]
            if len(names) > 1:
                a, b = self.rng.sample(names, 2)
                self.put(f"{a}, {b} = {b}, {a}")
        elif k == 18 and self.loops:
            self.put(f"if {self.expr(BOOL)}: {self.pick('break', 'continue')}")
        else:
            self.unpack()

    def assign(self, kind=None):
        kind = kind or self.rng.choice(KINDS)
        value = self.bounded(kind)
        if self.vars[kind] and self.rng.random() < 0.5:
            name = self.rng.choice(self.vars[kind])
            if name[0] == "c":
                return
        else:
            name = self.fresh("v")
        self.put(f"{name} = {value}")
        if name not in self.vars[kind]:
            self.vars[kind].append(name)

    def show(self):
        parts = [self.expr(self.rng.choice(KINDS), 2) for _ in range(self.rng.randrange(1, 4))]
        self.put(f"print({', '.join(parts)}{self.pick('', '', ', sep=chr(124)')})")

    def augment(self):
        kind = self.pick(INT, FLOAT)
        names = [n for n in self.vars[kind] if n[0] == "v"]
        if not names:
            return self.assign(kind)
        name = self.rng.choice(names)
        self.put(f"{name} {self.pick('+', '-', '*')}= {self.expr(kind, 2)}")
        self.put(f"{name} %= {self.pick('1009', '37')}")

    def mutate(self):
        k = self.rng.randrange(7)
        names = [n for n in self.vars[LIST if k < 5 else DICT] if n[0] == "v"]
        if not names:
            return self.assign(LIST if k < 5 else DICT)
        name, value = self.rng.choice(names), self.bounded(INT)
        if k < 2:
            self.put(f"{name}.append({value})")
        elif k == 2:
            self.put(f"if len({name}) > 2: {name}[{self.expr(INT, 1)} % 3] = {value}")
        elif k == 3:
            self.put(f"{name}.{self.pick('reverse()', 'sort()', 'insert(1, 5)', 'extend((1, 2))')}")
        elif k == 4:
            self.put(f"if {name}: {self.pick('print', 'str')}({name}.pop())")
        elif k == 5:
            self.put(f"{name}[{self.expr(STR, 1)}] = {value}")
        else:
            self.put(f"print({name}.pop({self.expr(STR, 1)}, None), {name}.setdefault({self.expr(STR, 1)}, {value}))")
        if self.loops and k < 5:
            self.put(f"del {name}[9:]")

    def loop(self):
        if self.loops >= 2:
            return self.assign()
        v, k = self.fresh("c"), self.rng.randrange(5)
        self.loops += 1
        if k < 2:
            self.put(f"for {v} in range({self.pick(2, 3, 5)}{self.pick('', ', 7', ', -1, -1')}):")
        elif k == 2:
            self.put(f"for {v} in {self.expr(LIST, 2)}[:5]:")
        elif k == 3:
            w = self.fresh("c")
            self.put(f"for {w}, {v} in enumerate({self.expr(LIST, 2)}[:4], {self.pick(0, 1)}):")
            self.vars[INT].append(w)
        else:
            self.put(f"{v} = {self.pick(3, 4)}")
            self.put(f"while {v} > 0:")
            self.put(f"    {v} -= 1")
        self.vars[INT].append(v)
        before = {k: list(x) for k, x in self.vars.items()}
        self.block(self.rng.randrange(2, 5))
        self.loops -= 1
        if self.rng.random() < 0.3:
            self.put("else:")
            self.block(1)
        self.vars = before
        self.vars[INT] = [n for n in self.vars[INT] if n[0] != "c"]

    def attempt(self):
        self.put("try:")
        loops, self.loops = self.loops, self.loops
        self.block()
        self.put(f"except {self.pick('ZeroDivisionError', '(IndexError, KeyError)', 'ValueError', 'Exception', 'ArithmeticError')} as e:")
        self.depth += 1
        self.put("print(type(e).__name__, e)")
        self.depth -= 1
        self.block(1)
        if self.rng.random() < 0.4:
            self.put("else:")
            self.block(1)
        if self.rng.random() < 0.4:
            self.put("finally:")
            self.depth += 1
            self.put('print("finally")')
            self.depth -= 1
        self.loops = loops

    def function(self):
        name, a, b = self.fresh("f"), self.fresh("v"), self.fresh("v")
        saved, loops, functions = {k: list(v) for k, v in self.vars.items()}, self.loops, list(self.functions)
        self.vars = {k: [] for k in self.vars}
        self.vars[INT] = [a, b]
        self.loops, self.functions = 0, []
        default = f"={self.literal(INT)}" if self.rng.random() < 0.4 else ""
        self.put(f"def {name}({a}, {b}{default}):")
        self.block()
        self.depth += 1
        self.put(f"return {self.expr(INT)}")
        self.depth -= 1
        self.vars, self.loops, self.functions = saved, loops, functions
        self.put(f"print({name}({self.expr(INT, 1)}, {self.expr(INT, 1)}){f', {name}({self.expr(INT, 1)})' if default else ''})")
        if not self.loops and self.depth < 2:
            self.functions.append(name)

    def match(self):
        v = self.fresh("v")
        self.put(f"match {self.expr(self.pick(INT, TUPLE, LIST, DICT))}:")
        self.depth += 1
        patterns = [f"case {self.pick('0', '1', '-1', '255')}", f"case int({v}) if {v} > 3", f"case [{v}, *_]", f"case ({v}, _) | [_, {v}, _]", f'case {{"a": {v}}}']
        for p in self.rng.sample(patterns, 2):
            self.put(p + ":")
            self.put(f"    print({v if v in p else 7})")
        self.put("case _:")
        self.block(1)
        self.depth -= 1

    def unpack(self):
        a, b = self.fresh("v"), self.fresh("v")
        self.put(self.pick(f"{a}, *{b} = [{self.expr(INT, 1)}, *{self.expr(LIST, 1)}]", f"*{b}, {a} = (*{self.expr(LIST, 1)}, {self.expr(INT, 1)})"))
        self.vars[INT].append(a)
        self.vars[LIST].append(b)

    def klass(self):
        name, op = self.fresh("K"), self.pick("+", "-", "*")
        self.put(f"class {name}:")
        self.put(f"    total = {self.literal(INT)}")
        self.put("    def __init__(self, n, tag='t'):")
        self.put(f"        self.n, self.tag = n {self.pick('+', '%')} {self.pick(3, 7)}, tag")
        self.put(f"    def __{ {'+': 'add', '-': 'sub', '*': 'mul'}[op] }__(self, o):")
        self.put(f"        return {name}(self.n {op} (o.n if isinstance(o, {name}) else o), self.tag + '{op}')")
        self.put(f"    def __eq__(self, o): return isinstance(o, {name}) and self.n == o.n")
        self.put(f"    def __lt__(self, o): return self.n {self.pick('<', '>')} o.n")
        self.put("    def __repr__(self): return f'{type(self).__name__}({self.n!r}, {self.tag})'")
        self.put("    @property")
        self.put(f"    def twice(self): return self.n {self.pick('* 2', '+ self.total', '// 2')}")
        self.put("    @classmethod")
        self.put("    def make(cls, *ns): return [cls(n) for n in ns]")
        if self.rng.random() < 0.5:
            sub = self.fresh("K")
            self.put(f"class {sub}({name}):")
            self.put(f"    def __init__(self, n, tag='s'): super().__init__(n * 2, tag); self.total += {self.pick(1, 5)}")
            name = sub
        o = self.fresh("o")
        self.put(f"{o} = {name}({self.expr(INT, 1)} % 50)")
        self.put(f"print({o}, {o} {op} {self.expr(INT, 1)}, {o} {op} {o}, {o}.twice, {o} == {name}({self.expr(INT, 1)} % 50))")
        self.put(f"print(sorted({name}.make({self.expr(INT, 1)}, {self.literal(INT)}, 4)), {o}.total, {name}.total, min({name}.make(3, 1, 2)))")
        self.vars[INT].append(f"{o}.n")

    def generator(self):
        name, v = self.fresh("g"), self.fresh("c")
        self.put(f"def {name}(n):")
        self.put(f"    for {v} in range(n % 6):")
        self.vars[INT].append(v)
        self.put(f"        if {v} {self.pick('==', '>')} {self.pick(2, 3)}: {self.pick('return', 'continue', 'yield -1')}")
        self.put(f"        yield {self.expr(INT, 1)}")
        self.vars[INT].remove(v)
        self.put(f"print(list({name}({self.expr(INT, 1)})), sum({name}(4)), next({name}(0), 'none'))")

    def program(self, name, function):
        self.put(f"def {name}():" if function else "try:")
        self.depth += 1
        for kind in (INT, INT, FLOAT, STR, LIST, DICT):
            self.assign(kind)
        for extra in (self.klass, self.generator):
            if self.rng.random() < 0.25:
                extra()
        for _ in range(self.rng.randrange(4, 9)):
            self.statement()
        shown = [n for k in sorted(self.vars) for n in self.vars[k]][:8]
        self.put(f"print({', '.join(shown)})")
        self.depth -= 1
        if function:
            self.put("try:")
            self.put(f"    {name}()")
        self.put("except Exception as e:")
        self.put("    print(type(e).__name__, e)")


def module(seed, count):
    lines = [f"# Random programs of seed {seed}."]
    for n in range(count):
        rng = Rng(f"{seed}.{n}")
        g = Generator(rng)
        g.put(f'print("== {n}")')
        g.program(f"program{n}", rng.random() < 0.6)
        lines += g.lines
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(module(sys.argv[1], int(sys.argv[2])))
