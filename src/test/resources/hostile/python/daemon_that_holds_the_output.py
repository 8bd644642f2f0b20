# Leaves a grandchild behind that keeps writing after its maker has ended.
import os
import time

if os.fork() == 0:
    os.setsid()
    while True:
        os.write(1, b".")
        time.sleep(0.01)
