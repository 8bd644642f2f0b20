# Waits for ever without using the processor.
import time

print("begun", flush=True)
while True:
    time.sleep(60)
