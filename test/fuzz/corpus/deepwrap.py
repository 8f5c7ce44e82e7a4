def mk(f): return lambda x: f(x)
f=abs
for i in range(100000): f=mk(f)
print(f(1))
