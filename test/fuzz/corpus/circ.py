import circ
