# sys and time: streams, limits, clocks that go forward.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import sys
import time
sys.stdout.write("written\n")
sys.stdout.writelines(["a", "b\n"])
print("to stdout", file=sys.stdout, flush=True)
print("to stderr", file=sys.stderr)
print(sys.maxsize, sys.float_info.max, sys.float_info.epsilon, sys.version_info >= (3, 8), sys.version_info[0], sys.byteorder, sys.platform, sys.stdout.isatty() in (True, False), sys.maxunicode)
a = time.perf_counter(); b = time.perf_counter()
print(b >= a, time.time() > 1.6e9, time.monotonic() >= 0, time.perf_counter_ns() > 0, time.process_time() >= 0)
class Tee:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
t = Tee()
print("x", 1, file=t); print("y", end="", file=t)
print(t.parts)

#CHECK{LITERAL}:written
#CHECK-NEXT{LITERAL}:ab
#CHECK-NEXT{LITERAL}:to stdout
#CHECK-NEXT{LITERAL}:9223372036854775807 1.7976931348623157e+308 2.220446049250313e-16 True 3 little linux True 1114111
#CHECK-NEXT{LITERAL}:True True True True True
#CHECK-NEXT{LITERAL}:['x', ' ', '1', '\n', 'y', '']
