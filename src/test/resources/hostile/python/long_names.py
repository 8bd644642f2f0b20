# Names and paths as long as they can be.
import os

for depth in range(40):
    os.mkdir("d" * 255)
    os.chdir("d" * 255)
open("f" * 255, "w").close()
try:
    open("f" * 256, "w")
except OSError:
    print("refused")
