# Output that is no text.
import os

os.write(1, b"\xff\xfe\x00\x80 \xc3\x28 \xf0\x9f\n")
os.write(2, bytes(range(256)))
