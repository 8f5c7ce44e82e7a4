"""unittest.run: tests found, run, and told about."""

import sys
import traceback
from unittest.case import TestCase


class TestSuite:
    def __init__(self, tests=()):
        self._tests = list(tests)

    def addTest(self, test):
        self._tests.append(test)

    def addTests(self, tests):
        self._tests.extend(tests)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return sum(t.countTestCases() if isinstance(t, TestSuite) else 1 for t in self._tests)

    def run(self, result):
        cls = None
        for t in self._tests:
            if isinstance(t, TestSuite):
                t.run(result)
                continue
            if type(t) is not cls:
                if cls is not None:
                    cls.tearDownClass()
                cls = type(t)
                cls.setUpClass()
            t.run(result)
        if cls is not None:
            cls.tearDownClass()
        return result


class TestLoader:
    def getTestCaseNames(self, testCaseClass):
        return sorted(n for n in dir(testCaseClass) if n.startswith("test") and callable(getattr(testCaseClass, n)))

    def loadTestsFromTestCase(self, testCaseClass):
        return TestSuite(testCaseClass(n) for n in self.getTestCaseNames(testCaseClass))

    def loadTestsFromModule(self, module, *, pattern=None):
        found = [module.__dict__[n] for n in sorted(module.__dict__)]
        return TestSuite(self.loadTestsFromTestCase(c) for c in found
                         if isinstance(c, type) and issubclass(c, TestCase) and c is not TestCase)


defaultTestLoader = TestLoader()


class TestResult:
    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures, self.errors, self.skipped, self.expectedFailures, self.unexpectedSuccesses = [], [], [], [], []
        self.testsRun = 0

    def _show(self, test, letter, word):
        pass

    def startTest(self, test):
        self.testsRun += 1

    def addSuccess(self, test):
        self._show(test, ".", "ok")

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))
        self._show(test, "s", f"skipped {reason!r}")

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, str(err)))
        self._show(test, "x", "expected failure")

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        self._show(test, "u", "unexpected success")

    def _failed(self, test, error, part):
        bad = isinstance(error, test.failureException)
        text = "".join(traceback.format_exception(error))
        (self.failures if bad else self.errors).append((f"{test}{part}", text))
        self._show(test, "F" if bad else "E", "FAIL" if bad else "ERROR")

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)


class TextTestResult(TestResult):
    def __init__(self, stream, descriptions, verbosity):
        super().__init__()
        self._stream, self._verbosity = stream, verbosity

    def startTest(self, test):
        super().startTest(test)
        if self._verbosity > 1:
            doc = test.shortDescription()
            self._stream.write(f"{test}\n{doc} ... " if doc else f"{test} ... ")

    def _show(self, test, letter, word):
        if self._verbosity > 1:
            self._stream.write(word + "\n")
        elif self._verbosity == 1:
            self._stream.write(letter)


class TextTestRunner:
    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None):
        self.stream, self.verbosity = stream, verbosity

    def run(self, test):
        stream = sys.stderr if self.stream is None else self.stream
        result = TextTestResult(stream, True, self.verbosity)
        test.run(result)
        stream.write("\n" if self.verbosity else "")
        for kind, found in (("ERROR", result.errors), ("FAIL", result.failures)):
            for name, text in found:
                stream.write("=" * 70 + f"\n{kind}: {name}\n" + "-" * 70 + f"\n{text}\n")
        n = result.testsRun
        stream.write("-" * 70 + f"\nRan {n} test{'s' if n != 1 else ''} in 0.000s\n\n")
        parts = [f"{name}={len(x)}" for name, x in (("failures", result.failures), ("errors", result.errors),
                                                   ("skipped", result.skipped), ("expected failures", result.expectedFailures),
                                                   ("unexpected successes", result.unexpectedSuccesses)) if x]
        word = "OK" if result.wasSuccessful() else "FAILED"
        stream.write(word + (f" ({', '.join(parts)})" if parts else "") + "\n")
        return result
