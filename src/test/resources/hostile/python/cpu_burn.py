# Computes for ever in several processes, so that no single one uses much.
import os

for _ in range(3):
    if os.fork() == 0:
        break
while True:
    pass
