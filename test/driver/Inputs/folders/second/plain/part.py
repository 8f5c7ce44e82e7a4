name = "second, plain"
