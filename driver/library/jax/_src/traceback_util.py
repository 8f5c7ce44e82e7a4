"""Which frames of the library errors show: none of them."""


def api_boundary(fun, **options):
    return fun


def register_exclusion(path):
    pass
