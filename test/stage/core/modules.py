# Modules beside the program: attributes, `from`, packages, relative imports, run once.
# RUN: cjaxc run --interpret %s | FileCheck %s
# CHECK: loading pack
# CHECK-NEXT: loading pack.inner
# CHECK-NEXT: 3 7 pack.inner True
# CHECK-NEXT: module 'pack' has no attribute 'nothing'
# CHECK-NEXT: cannot import name 'missing' from 'pack'
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
