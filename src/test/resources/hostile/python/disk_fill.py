# Writes until the work folder is full, and gives up at once.
with open("big", "wb") as big:
    while True:
        big.write(b"x" * (1 << 16))
