"""run_programs.py SEED -- prints a random Python program whose numbers come from the command line.

Only the executable knows them: loops over them are rolled, branches on them joined.  Values stay small, and no operation
fails, so that the program is one that cjaxc compiles.  It takes two ints and two floats.
"""
import sys

from rng import Rng

INT, FLOAT, BOOL = "int", "float", "bool"
LITERALS = {INT: ["0", "1", "3", "-2", "7"], FLOAT: ["0.5", "-1.25", "2.0", "0.1"], BOOL: ["True", "False"]}


class Generator:
    def __init__(self, rng):
        self.rng, self.lines, self.depth, self.loops, self.names = rng, [], 0, 0, 0
        self.vars = {INT: ["n", "m"], FLOAT: ["x", "y"], BOOL: []}
        self.functions = []

    def pick(self, *options):
        return self.rng.choice(options)

    def put(self, line):
        self.lines.append("    " * self.depth + line)

    def fresh(self, prefix="v"):
        self.names += 1
        return f"{prefix}{self.names}"

    def expr(self, kind, d=2):
        if d <= 0 or self.rng.random() < 0.25:
            known = self.vars[kind] and self.rng.random() < 0.8
            return self.rng.choice(self.vars[kind] if known else LITERALS[kind])
        return getattr(self, f"expr_{kind}")(lambda k: self.expr(k, d - 1))

    def expr_int(self, e):
        k = self.rng.randrange(8)
        if k == 0:
            return f"({e(INT)} {self.pick('+', '-')} {e(INT)})"
        if k == 1:
            return f"({e(INT)} % {self.pick(5, 7, -3)} * {e(INT)} % 11)"
        if k == 2:
            return f"({e(INT)} // {self.pick(2, 3, -4)})"
        if k == 3:
            return f"{self.pick('abs', '-')}({e(INT)})"
        if k == 4:
            return f"{self.pick('min', 'max')}({e(INT)}, {e(INT)})"
        if k == 5:
            return f"({e(INT)} if {e(BOOL)} else {e(INT)})"
        if k == 6 and self.functions:
            return f"({self.rng.choice(self.functions)}({e(INT)}) % 50)"
        return f"{self.pick('int', 'round')}({e(FLOAT)} * 3)"

    def expr_float(self, e):
        k = self.rng.randrange(7)
        if k < 2:
            return f"({e(FLOAT)} {self.pick('+', '-', '*')} {e(FLOAT)})"
        if k == 2:
            return f"({e(FLOAT)} / {self.pick('2.0', '4', '-0.5')})"
        if k == 3:
            return f"{self.pick('abs', 'float')}({e(self.pick(FLOAT, INT))} + 0.0)"
        if k == 4:
            return f"({e(FLOAT)} % {self.pick('3.0', '-2.5')})"
        if k == 5:
            return f"({e(FLOAT)} if {e(BOOL)} else {e(FLOAT)})"
        return f"{self.pick('min', 'max')}({e(FLOAT)}, {e(FLOAT)})"

    def expr_bool(self, e):
        k = self.rng.randrange(7)
        if k < 3:
            return f"({e(INT)} {self.pick('<', '<=', '==', '!=', '>')} {e(INT)})"
        if k == 3:
            return f"({e(FLOAT)} {self.pick('<', '>=')} {e(FLOAT)})"
        if k == 4:
            return f"({e(BOOL)} {self.pick('and', 'or')} {e(BOOL)})"
        return f"(not {e(BOOL)})" if k == 5 else f"({self.pick(0, 2)} < {e(INT)} < {self.pick(5, 9)})"

    # ---- Statements.

    def assign(self):
        kind = self.pick(INT, INT, FLOAT, BOOL)
        own = [v for v in self.vars[kind] if v[0] == "v"]
        name = self.rng.choice(own) if own and self.rng.random() < 0.6 else self.fresh()
        value = self.expr(kind)
        bound = {INT: f"({value}) % {self.pick(17, 101)}", FLOAT: f"({value}) % 8.0", BOOL: value}
        self.put(f"{name} = {bound[kind]}")
        if name not in self.vars[kind]:
            self.vars[kind].append(name)

    def show(self):
        parts = []
        for _ in range(self.rng.randrange(1, 4)):
            if self.rng.random() < 0.5:
                parts.append(f"{{{self.expr(INT, 1)}{self.pick('', ':4d', ':03d', ':<5', ':+d')}}}")
            else:
                parts.append(f"{{{self.expr(FLOAT, 1)}{self.pick('', ':.2f', ':8.3f', ':.3e', ':g')}}}")
        more = self.pick("", ", " + self.expr(INT, 1), ", " + self.expr(FLOAT, 1))
        self.put(f'print(f"{self.pick("", "a ", "<")}{" ".join(parts)}"{more})')

    def block(self, n):
        self.depth += 1
        saved = {k: list(v) for k, v in self.vars.items()}
        for _ in range(n):
            self.statement()
        self.vars = saved
        self.depth -= 1

    def statement(self):
        k = 0 if self.depth > 3 else self.rng.randrange(14)
        if k < 5:
            self.assign()
        elif k < 8:
            self.show()
        elif k < 11:
            self.put(f"if {self.expr(BOOL)}:")
            self.block(self.rng.randrange(1, 3))
            if self.rng.random() < 0.3:
                self.put(f"elif {self.expr(BOOL)}:")
                self.block(1)
            if self.rng.random() < 0.6:
                self.put("else:")
                self.block(self.rng.randrange(1, 3))
        elif self.loops < 2:
            self.loop()
        else:
            self.put(f"if {self.expr(BOOL)}: {self.pick('break', 'continue')}")

    def loop(self):
        self.loops += 1
        v, k = self.fresh("c"), self.rng.randrange(4)
        if k < 2:
            self.put(f"for {v} in range({self.pick('4', '6', '1, 5', '5, 0, -2')}):")
        elif k == 2:
            self.put(f"for {v} in range(abs({self.expr(INT, 1)}) % 6):")
        else:
            self.put(f"{v} = 0")
            self.put(f"while {v} < {self.pick('5', 'abs(n) % 7')} and {self.expr(BOOL, 1)}:")
            self.put(f"    {v} += 1")
        self.vars[INT].append(v)
        self.block(self.rng.randrange(2, 4))
        self.vars[INT].remove(v)
        self.loops -= 1

    def function(self):
        name, a = self.fresh("f"), self.fresh("a")
        saved, self.vars = self.vars, {INT: [a], FLOAT: [], BOOL: []}
        self.put(f"def {name}({a}):")
        self.depth += 1
        self.put(f"if {self.expr(BOOL)}: return {self.expr(INT)}")
        self.depth -= 1
        self.block(self.rng.randrange(1, 3))
        self.put(f"    return {self.expr(INT)}")
        self.vars = saved
        self.functions.append(name)

    def program(self):
        self.put("import sys")
        self.put("n, m, x, y = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), float(sys.argv[4])")
        if self.rng.random() < 0.4:
            self.function()
        for _ in range(self.rng.randrange(5, 10)):
            self.statement()
        self.put(f"print({', '.join(v for k in (INT, FLOAT, BOOL) for v in self.vars[k])})")
        return "\n".join(self.lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(Generator(Rng(f"run {sys.argv[1]}")).program())
