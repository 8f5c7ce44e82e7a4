"""jax.ad_checkpoint: names for policies, and what reverse mode keeps."""

from jax._src.checkpoint import checkpoint_name, checkpoint_policies, print_saved_residuals
