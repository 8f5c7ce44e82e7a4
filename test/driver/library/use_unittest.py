"""unittest: fixtures, assertions, subtests, skips, results; its report goes to a stream."""
# modes: interp
import io
import unittest

import jax
import jax.numpy as jnp
import numpy as np


class T(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("class")

    def setUp(self):
        self.x = jnp.arange(3.0)

    def tearDown(self):
        print("down", self._testMethodName)

    def test_equal(self):
        self.assertEqual(self.x.shape, (3,))
        self.assertAlmostEqual(float(self.x.sum()), 3.0)
        np.testing.assert_allclose(self.x, [0, 1, 2])

    def test_raises(self):
        with self.assertRaises(ValueError) as c:
            int("x")
        self.assertIn("invalid", str(c.exception))
        self.assertRaises(ZeroDivisionError, lambda: 1 / 0)
        with self.assertRaisesRegex(TypeError, "real"):
            jax.grad(lambda x: x)(1)

    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertEqual(i % 2, 0)

    @unittest.skip("why not")
    def test_skip(self):
        pass

    def test_fail(self):
        self.assertLess(3, 2, "order")

    def test_error(self):
        self.nothing


suite = unittest.defaultTestLoader.loadTestsFromTestCase(T)
report = io.StringIO()
result = unittest.TextTestRunner(stream=report, verbosity=2).run(suite)
lines = report.getvalue().splitlines()
print(result.testsRun, len(result.failures), len(result.errors), result.wasSuccessful(), result.skipped[0][1], lines[-1])
print("\n".join(x for x in lines if x.startswith(("test_e", "test_f", "test_r", "test_skip", "FAIL:", "ERROR:", "Assert"))))
report = io.StringIO()
unittest.main(argv=["x"], exit=False, testRunner=unittest.TextTestRunner(stream=report))
print(report.getvalue().splitlines()[0])
