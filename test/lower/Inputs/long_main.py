# long_main.py N COUNT [sin] -- a @main of N ops: each adds a constant of its own to the last value, or one from far back; or is a sine.
import sys

n, count = int(sys.argv[1]), int(sys.argv[2])
print("func.func @main() {")
print(f"  %x0 = cjax.iota dim 0 : tensor<{count}xf32>")
for i in range(1, n + 1):
    old = max(i - 400, 0) if i % 2 else i - 1
    if len(sys.argv) > 3 and i % 4 == 0:
        print(f"  %x{i} = cjax.sin %x{i - 1} : tensor<{count}xf32>")
        continue
    print(f"  %c{i} = cjax.constant dense<{i}.5> : tensor<{count}xf32>")
    op = "add" if i % 2 else "sub"
    print(f"  %x{i} = cjax.{op} %x{i - 1}, %{'c' if i % 3 else 'x'}{i if i % 3 else old} : tensor<{count}xf32>")
print(f'  cjax.print ["", "\\n"] with %x{n} : tensor<{count}xf32> as ["str"]')
print("  return\n}")
