# Modules beside the program: attributes, `from`, packages, relative imports, run once.
# RUN: cjaxc run --interpret %s | FileCheck %s
# CHECK: loading pack
# CHECK-NEXT: loading pack.inner
# CHECK-NEXT: 3 7 pack.inner True
# CHECK-NEXT: module 'pack' has no attribute 'nothing'
# CHECK-NEXT: cannot import name 'missing' from 'pack'
# CHECK-NEXT: pack True pack.inner 7 argument 1 must be str, not int
import os
import pack
import pack.inner as inner
from pack import helper, inner as again
from pack.inner import *

print(helper(), SEVEN, inner.__name__, inner is again)
try:
    pack.nothing
except AttributeError as e:
    print(e)
try:
    from pack import missing
except ImportError as e:
    print(e)
try:
    __import__(3)
except TypeError as e:
    print(__import__("pack.inner").__name__, os.path.samefile(pack.__path__[0], os.path.dirname(pack.__file__)),
          __import__("pack.inner", fromlist=["SEVEN"]).__name__, __import__("pack", {}, {}, ["x"], 0).inner.SEVEN, str(e)[-32:])
