from absl import app, flags

FLAGS = flags.FLAGS
_STEPS = flags.DEFINE_integer("steps", 10, "How many.")
flags.DEFINE_float("rate", 0.1, "The step size.")
flags.DEFINE_string("name", "run", "A name.")
flags.DEFINE_bool("fast", False, "Hurry.")
flags.DEFINE_enum("kind", "a", ["a", "b"], "Which.")

try:
    FLAGS.steps
except flags.UnparsedFlagAccessError as e:
    print(e)


def main(argv):
    print(len(argv), _STEPS.value + 1, FLAGS.rate * 2, FLAGS.name, FLAGS.fast, FLAGS.kind)


if __name__ == "__main__":
    app.run(main)
