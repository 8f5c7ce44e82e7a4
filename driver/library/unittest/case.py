"""unittest.case: a test, and what it asserts."""

import re


class SkipTest(Exception):
    pass


def skip(reason=""):
    def decorate(test):
        test.__unittest_skip__, test.__unittest_skip_why__ = True, reason
        return test

    if callable(reason):
        test, reason = reason, ""
        return decorate(test)
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else lambda test: test


def skipUnless(condition, reason):
    return skipIf(not condition, reason)


def expectedFailure(test):
    test.__unittest_expecting_failure__ = True
    return test


class _Raises:
    """with assertRaises(...) as c: c.exception is what was raised."""

    def __init__(self, test, expected, pattern, msg=None):
        self._test, self.expected, self._pattern, self._msg = test, expected, pattern, msg

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        if exc_type is None:
            names = self.expected if isinstance(self.expected, tuple) else (self.expected,)
            text = names[0].__name__ if len(names) == 1 else str(self.expected)
            raise self._test.failureException(self._test._text(self._msg, f"{text} not raised"))
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value
        if self._pattern is not None and not re.search(self._pattern, str(exc_value)):
            raise self._test.failureException(f'"{self._pattern}" does not match "{exc_value}"')
        return True


class _SubTest:
    def __init__(self, test, msg, params):
        self._test = test
        shown = [f"[{msg}]"] if msg is not None else []
        if params:
            shown.append("(" + ", ".join(f"{k}={v!r}" for k, v in params.items()) + ")")
        self._text = " ".join(shown) or "(<subtest>)"

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        if exc_type is None or not issubclass(exc_type, Exception) or issubclass(exc_type, SkipTest):
            return False
        self._test._result._failed(self._test, exc_value, " " + self._text)
        self._test._sub_failed = True
        return True


class TestCase:
    failureException = AssertionError
    longMessage, maxDiff = True, 640

    def __init__(self, methodName="runTest"):
        self._testMethodName, self._cleanups, self._sub_failed = methodName, [], False

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def setUp(self):
        pass

    def tearDown(self):
        pass

    def id(self):
        cls = type(self)
        return f"{cls.__module__}.{cls.__qualname__}.{self._testMethodName}"

    def __str__(self):
        return f"{self._testMethodName} ({self.id()})"

    def shortDescription(self):
        doc = getattr(self, self._testMethodName).__doc__
        return doc.strip().split("\n")[0].strip() if doc else None

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def subTest(self, msg=None, **params):
        return _SubTest(self, msg, params)

    def __call__(self, result=None):
        return self.run(result)

    def run(self, result=None):
        from unittest.run import TestResult
        result = TestResult() if result is None else result
        self._result, method = result, getattr(self, self._testMethodName)
        result.startTest(self)
        for x in (type(self), method):
            if getattr(x, "__unittest_skip__", False):
                result.addSkip(self, x.__unittest_skip_why__)
                return result
        raised = self._attempt(method)
        if getattr(method, "__unittest_expecting_failure__", False):
            if raised is None:
                result.addUnexpectedSuccess(self)
            else:
                result.addExpectedFailure(self, raised)
        elif isinstance(raised, SkipTest):
            result.addSkip(self, str(raised))
        elif raised is not None:
            result._failed(self, raised, "")
        elif not self._sub_failed:
            result.addSuccess(self)
        return result

    def _attempt(self, method):
        """What was raised, or None."""
        raised = None
        try:
            self.setUp()
        except Exception as e:
            raised = e
        else:
            try:
                method()
            except Exception as e:
                raised = e
            try:
                self.tearDown()
            except Exception as e:
                raised = e if raised is None else raised
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            function(*args, **kwargs)
        return raised

    def _text(self, msg, standard):
        return standard if msg is None else f"{standard} : {msg}" if self.longMessage else msg

    def _check(self, good, msg, standard):
        if not good:
            raise self.failureException(self._text(msg, standard))

    def assertTrue(self, expr, msg=None):
        if not expr:
            raise self.failureException(self._text(msg, f"{expr!r} is not true"))

    def assertFalse(self, expr, msg=None):
        if expr:
            raise self.failureException(self._text(msg, f"{expr!r} is not false"))

    def assertEqual(self, first, second, msg=None):
        if not first == second:
            raise self.failureException(self._text(msg, _unequal(first, second)))

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            raise self.failureException(self._text(msg, f"{first!r} == {second!r}"))

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        difference = abs(first - second)
        if delta is not None:
            if difference <= delta:
                return
            within = f"within {delta!r} delta"
        else:
            places = 7 if places is None else places
            if round(difference, places) == 0:
                return
            within = f"within {places} places"
        raise self.failureException(self._text(msg, f"{first!r} != {second!r} {within} ({difference!r} difference)"))

    def assertNotAlmostEqual(self, first, second, places=7, msg=None, delta=None):
        near = first == second or (abs(first - second) <= delta if delta is not None else round(first - second, places) == 0)
        within = f"within {delta!r} delta" if delta is not None else f"within {places} places"
        self._check(not near, msg, f"{first!r} == {second!r} {within}")

    def assertIs(self, first, second, msg=None):
        self._check(first is second, msg, f"{first!r} is not {second!r}")

    def assertIsNot(self, first, second, msg=None):
        self._check(first is not second, msg, f"unexpectedly identical: {first!r}")

    def assertIsNone(self, obj, msg=None):
        self._check(obj is None, msg, f"{obj!r} is not None")

    def assertIsNotNone(self, obj, msg=None):
        self._check(obj is not None, msg, "unexpectedly None")

    def assertIn(self, member, container, msg=None):
        self._check(member in container, msg, f"{member!r} not found in {container!r}")

    def assertNotIn(self, member, container, msg=None):
        self._check(member not in container, msg, f"{member!r} unexpectedly found in {container!r}")

    def assertIsInstance(self, obj, cls, msg=None):
        self._check(isinstance(obj, cls), msg, f"{obj!r} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        self._check(not isinstance(obj, cls), msg, f"{obj!r} is an instance of {cls!r}")

    def _order(self, good, first, second, what, msg):
        if not good:
            raise self.failureException(self._text(msg, f"{first!r} not {what} {second!r}"))

    def assertLess(self, a, b, msg=None):
        self._order(a < b, a, b, "less than", msg)

    def assertLessEqual(self, a, b, msg=None):
        self._order(a <= b, a, b, "less than or equal to", msg)

    def assertGreater(self, a, b, msg=None):
        self._order(a > b, a, b, "greater than", msg)

    def assertGreaterEqual(self, a, b, msg=None):
        self._order(a >= b, a, b, "greater than or equal to", msg)

    def assertRegex(self, text, expected_regex, msg=None):
        self._check(re.search(expected_regex, text), msg, f"Regex didn't match: {expected_regex!r} not found in {text!r}")

    def assertCountEqual(self, first, second, msg=None):
        self._check(sorted(first, key=repr) == sorted(second, key=repr), msg, "Element counts were not equal")

    def assertRaises(self, expected_exception, *args, **kwargs):
        context = _Raises(self, expected_exception, None, kwargs.pop("msg", None) if not args else None)
        if not args:
            return context
        with context:
            args[0](*args[1:], **kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        context = _Raises(self, expected_exception, expected_regex)
        if not args:
            return context
        with context:
            args[0](*args[1:], **kwargs)

    assertSequenceEqual = assertListEqual = assertTupleEqual = assertDictEqual = assertSetEqual = assertEqual
    assertMultiLineEqual = assertEqual


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__("_call")
        self._call = testFunc


def _unequal(first, second):
    """unittest's text; of lists, dicts and texts its first line."""
    if type(first) is type(second):
        name = {list: "Lists", tuple: "Tuples"}.get(type(first))
        if name and len(first) == len(second):
            at = next((i for i, (a, b) in enumerate(zip(first, second)) if a != b), None)
            return (f"{name} differ: {first!r} != {second!r}\n\nFirst differing element {at}:\n{first[at]!r}\n{second[at]!r}")
    return f"{first!r} != {second!r}"
