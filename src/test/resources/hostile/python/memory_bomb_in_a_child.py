# Lets a child take the memory, and only then ends, as if by itself.
import os
import sys

child = os.fork()
if child == 0:
    kept = []
    while True:
        kept.append(b"x" * (1 << 20))
_, status = os.waitpid(child, 0)
print("the child ended with", status)
sys.exit(3)
