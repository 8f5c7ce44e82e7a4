# RUN: cjax-parse %s | FileCheck %s
# Imports.

import a
# CHECK: body Import
# CHECK-NEXT: names alias name=a

import a.b.c
# CHECK: body Import
# CHECK-NEXT: names alias name=a.b.c

import a.b as c, d
# CHECK: body Import
# CHECK-NEXT: names alias name=a.b asname=c
# CHECK-NEXT: names alias name=d

from a import b
# CHECK: body ImportFrom module=a level=0
# CHECK-NEXT: names alias name=b

from a.b import c as d, e
# CHECK: body ImportFrom module=a.b level=0
# CHECK-NEXT: names alias name=c asname=d
# CHECK-NEXT: names alias name=e

from a import (b, c as d,)
# CHECK: body ImportFrom module=a level=0
# CHECK-NEXT: names alias name=b
# CHECK-NEXT: names alias name=c asname=d

from a import *
# CHECK: body ImportFrom module=a level=0
# CHECK-NEXT: names alias name=*

from . import a
# CHECK: body ImportFrom level=1
# CHECK-NEXT: names alias name=a

from .a import b
# CHECK: body ImportFrom module=a level=1
# CHECK-NEXT: names alias name=b

from ... import a
# CHECK: body ImportFrom level=3
# CHECK-NEXT: names alias name=a

from ....a import b
# CHECK: body ImportFrom module=a level=4
# CHECK-NEXT: names alias name=b
