"""ast.literal_eval of texts; a text that is no expression."""
import ast
for t in ["[1, 2.5, -3]", "{'a': (1, 2), 'b': None}", "'x + y'", "  True", "{1, 2}", "1e-3", "3+4j", "b'ab'", "('a' 'b', r'\\d')", "0x1F", "set()", '"it\'s"', "-1_000"]:
    print(repr(ast.literal_eval(t)))
for t in ["os.system('x')", "x", "[f(1)]", "1 + y", "lambda: 3", "2*3"]:
    try:
        print(ast.literal_eval(t))
    except ValueError as e:
        print("ValueError", t)
try:
    ast.literal_eval("[1, ")
except SyntaxError:
    print("SyntaxError")
try:
    eval("1 + * 2")
except SyntaxError as e:
    print(e, type(e).__name__)
