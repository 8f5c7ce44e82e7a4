import late_module

print("from", late_module.name)
