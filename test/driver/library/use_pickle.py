# modes: interp
import abc
import pickle

state = {"w": [1, 2, 3], "cfg": ("a", 2.5, None)}
s = pickle.dumps(state)
back = pickle.loads(s)
back["w"].append(4)
print(pickle.loads(s) == state, back is state, isinstance(s, bytes), back["w"])


class Base(abc.ABC):
    registry = {}

    def __init_subclass__(cls, /, name=None, bases=0, **keywords):
        super().__init_subclass__(**keywords)
        Base.registry[name] = cls, bases


class History(Base, name="history", bases=2):
    pass


print(pickle.loads(pickle.dumps(History())).__class__ is History, list(Base.registry), Base.registry["history"][1])
try:
    pickle.dumps(lambda: 1)
except (pickle.PicklingError, AttributeError) as e:
    print(type(e).__name__)
