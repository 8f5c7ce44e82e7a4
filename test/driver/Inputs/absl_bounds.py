from absl import app, flags

FLAGS = flags.FLAGS
_N = flags.DEFINE_integer("n", 3, "How many.", lower_bound=1, upper_bound=10, short_name="k")
flags.DEFINE_float("rate", 1, "The step size.", lower_bound=0)
flags.DEFINE_bool("fast", False, "Hurry.", short_name="f")
flags.DEFINE_integer("even", 4, "A number of pairs.")
flags.DEFINE_string("data", None, "Where.", required=True)
flags.register_validator("even", lambda v: v % 2 == 0, message="must be even")

try:
    flags.DEFINE_string("other", "", "", allow_override=True)
except NotImplementedError as e:
    print(e)


def main(argv):
    print(_N.value, FLAGS.rate, FLAGS.fast, FLAGS["even"].value, FLAGS["n"].default, FLAGS.data)


app.run(main)
