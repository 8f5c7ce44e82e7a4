from .part import name
