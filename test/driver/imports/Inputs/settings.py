"""Settings."""
counter = 41
loads = 0
loads += 1
if __name__ == "__main__":
    print("never")
