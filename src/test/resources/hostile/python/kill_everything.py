# Kills all it may, init included, which must not end the sandbox's watch over it.
import os
import signal
import sys
import time

if os.fork() == 0:
    time.sleep(60)
os.kill(-1, signal.SIGKILL)
try:
    os.kill(1, signal.SIGKILL)
except OSError:
    pass
print("alive", flush=True)
sys.exit(4)
