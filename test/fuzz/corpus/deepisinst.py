x=int
for i in range(100000): x=(x,)
print(isinstance('a',x))
