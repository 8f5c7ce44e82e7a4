print("loading", __name__)


def helper():
    return 3
