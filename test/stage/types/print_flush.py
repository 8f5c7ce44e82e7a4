# print_flush.py -- flush=True and flush() hand on what was printed, before a program goes on.
# RUN: cjaxc %s -o %t
# RUN: not timeout 2 %t endless > %t.out
# RUN: FileCheck %s < %t.out
# RUN: %t | FileCheck %s --check-prefix=END
# RUN: cjaxc --emit=cjax %s | FileCheck %s --check-prefix=IR
import io
import sys

import jax


class Loud:
    def write(self, text):
        sys.stdout.write(text.upper())

    def flush(self):
        sys.stdout.write("(flushed)\n")


print("abc", file=Loud(), flush=True)
print("abc", file=Loud())
# CHECK: ABC
# CHECK-NEXT: (flushed)
# CHECK-NEXT: ABC
buffer = io.StringIO()
print("in a buffer", file=buffer, flush=True)
print(buffer.getvalue(), end="", flush=False)
print("working", end="... ", flush=True)
# CHECK-NEXT: in a buffer
# CHECK-NEXT: working...
# CHECK-NOT: unseen
print("unseen while it works")
n = jax.lax.while_loop(lambda i: (i < 10) | (len(sys.argv) > 1), lambda i: i + 1, 0)
print(n)
# END: working... unseen while it works
# END-NEXT: {{^}}10
# IR: "working... "
# IR: cjax.flush
# IR-NOT: cjax.flush
