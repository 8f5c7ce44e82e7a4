"""rounds.py N -- kernels of N rounds of a <- a + b, b <- a ^ rotate(b): a and b themselves, and b summed along a short axis."""
import sys

n = int(sys.argv[1])


def kernel(name, shape, results, last):
    t = f"tensor<{shape}xui32>"
    print(f"  %{name} = cjax.fusion : () -> {results} {{\n    %a0 = cjax.iota dim 0 : {t}\n    %b0 = cjax.iota dim 0 : {t}")
    print(f"    %l = cjax.constant dense<13> : {t}\n    %r = cjax.constant dense<19> : {t}")
    for i in range(n):
        print(f"    %a{i + 1} = cjax.add %a{i}, %b{i} : {t}")
        print(f"    %s{i} = cjax.shift_left %b{i}, %l : {t}\n    %u{i} = cjax.shift_right_logical %b{i}, %r : {t}")
        print(f"    %o{i} = cjax.or %s{i}, %u{i} : {t}\n    %b{i + 1} = cjax.xor %a{i + 1}, %o{i} : {t}")
    print(last.format(n=n, t=t) + "\n  }")


print("func.func @main() {")
kernel("p:2", "3000", "(tensor<3000xui32>, tensor<3000xui32>)", "    cjax.yield %a{n}, %b{n} : {t}, {t}")
kernel("q", "30x10", "tensor<30xui32>",
       "    %y = cjax.reduce_sum %b{n} over [1] : {t} -> tensor<30xui32>\n    cjax.yield %y : tensor<30xui32>")
print('''  cjax.print ["", " ", " ", "\\0A"] with %p#0, %p#1, %q : tensor<3000xui32>, tensor<3000xui32>, tensor<30xui32>
      as ["str", "str", "str"]
  func.return
}''')
