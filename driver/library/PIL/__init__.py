"""Pillow, as far as programs write images with it."""
