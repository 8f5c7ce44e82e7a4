import jax.numpy as jnp
import numpy as np
from PIL import Image

gray = (jnp.arange(200) % 256).astype(jnp.uint8).reshape(5, 40)
Image.fromarray(gray).save("gray.png")
Image.fromarray(np.asarray(gray)).save("gray.pgm")
color = np.arange(36, dtype=np.uint8).reshape(3, 4, 3) * np.uint8(7)
Image.fromarray(color).save("color.png")
Image.fromarray(color).save("color.ppm")
Image.fromarray(np.full((2, 2, 4), 200, np.uint8)).save("clear.png")
