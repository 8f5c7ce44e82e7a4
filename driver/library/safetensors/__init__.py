"""Arrays in .safetensors files: safetensors.numpy and safetensors.flax."""

from safetensors import flax, numpy  # noqa: F401
