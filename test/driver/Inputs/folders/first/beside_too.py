name = "shadow"
