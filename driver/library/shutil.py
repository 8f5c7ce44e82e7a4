"""shutil: folders with all that is in them."""

from _made import rmtree
