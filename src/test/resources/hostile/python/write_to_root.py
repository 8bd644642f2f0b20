# Every place that must not be written to refuses.
import sys

for path in ("/file", "/usr/bin/python3", "/etc/passwd", "/var/file", "/root/file", "/dev/file",
             "/proc/sys/kernel/core_pattern", "/sys/fs/cgroup/file", "/proc/sysrq-trigger"):
    try:
        with open(path, "wb") as target:
            target.write(b"x")
        sys.exit(f"wrote to {path}")
    except OSError:
        pass
print("refused")
