# Takes all memory there is, catching what Python says about it.
kept = []
while True:
    try:
        kept.append(b"x" * (8 << 20))
    except MemoryError:
        pass
