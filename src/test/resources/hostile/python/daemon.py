# Leaves a grandchild behind that has left its session and closed its output.
import os
import sys
import time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for descriptor in (0, 1, 2):
            os.close(descriptor)
        while True:
            time.sleep(1)
    os._exit(0)
time.sleep(0.2)
print("left", flush=True)
