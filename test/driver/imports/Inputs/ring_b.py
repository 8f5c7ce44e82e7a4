from Inputs import ring_a

value = 10


def back():
    return ring_a.value
