"""Pillow, as far as programs read and write images with it."""
