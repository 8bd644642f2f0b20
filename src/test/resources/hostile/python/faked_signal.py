# Ends as if it had been killed for memory.
import os
import signal

os.kill(os.getpid(), signal.SIGKILL)
