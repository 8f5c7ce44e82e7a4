"""unittest: tests written as methods, run while the program runs; what they took is not known, and shown as 0.000s."""

import sys as _sys
from unittest.case import FunctionTestCase, SkipTest, TestCase, expectedFailure, skip, skipIf, skipUnless
from unittest.run import TestLoader, TestResult, TestSuite, TextTestResult, TextTestRunner, defaultTestLoader


def main(module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader, exit=True, verbosity=1,
         failfast=None, catchbreak=None, buffer=None, warnings=None):
    """The tests of the program, or of a module; ends it with status 0, or 1 where one failed."""
    found = _sys.modules[module] if isinstance(module, str) else module
    if testRunner is None:
        testRunner = TextTestRunner(verbosity=verbosity)
    result = testRunner.run(testLoader.loadTestsFromModule(found))
    if exit:
        _sys.exit(0 if result.wasSuccessful() else 1)
