# Prints all it can find of an environment.
import os

for name in sorted(os.environ):
    print(name)
