# Nothing that belongs to root or to the host can be read.
import os
import sys

for path in ("/etc/shadow", "/root/.ssh", "/proc/1/environ/../../kcore", "/var/run/docker.sock", "/proc/kcore",
             "/dev/mem", "/dev/sda", "/dev/vda", "/dev/kmsg"):
    try:
        with open(path, "rb") as source:
            if source.read(16):
                sys.exit(f"read {path}")
    except OSError:
        pass
if os.getuid() != 10001 or os.getgid() != 10001 or os.getgroups() not in ([], [10001]):
    sys.exit(f"runs as {os.getuid()}:{os.getgid()} in {os.getgroups()}")
print("refused")
