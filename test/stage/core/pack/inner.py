from . import helper

print("loading", __name__)
SEVEN = helper() + 4
_hidden = 1
