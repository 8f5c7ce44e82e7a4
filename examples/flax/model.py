import cjax
import flax.linen as nn
import jax
import jax.numpy as jnp

model = nn.Sequential([nn.Dense(16), nn.relu, nn.Dense(3), nn.softmax])
x = jnp.linspace(0, 1, 8).reshape(2, 4)
params = model.init(jax.random.key(0), x)

cjax.export(lambda x: model.apply(params, x), x, constants=True, name="predict").save("model")
print(model.apply(params, x)[1])
