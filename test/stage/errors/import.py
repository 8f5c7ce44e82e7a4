# A module that does not exist.
# RUN: not cjaxc check %s 2>&1 | FileCheck %s
# CHECK: import.py:[[@LINE+2]]:8: error: [CJ0130] ModuleNotFoundError: No module named 'functols'
# CHECK: note: did you mean 'functools'?
import functols
