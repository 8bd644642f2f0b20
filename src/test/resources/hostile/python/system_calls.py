# Mounting, new namespaces, tracing, raw devices, kernel modules, key rings: all refused.
import ctypes
import os
import sys

libc = ctypes.CDLL(None, use_errno=True)
CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWNET = 0x10000000, 0x00020000, 0x40000000

attempts = {
    "mount": lambda: libc.mount(b"none", b"/tmp", b"tmpfs", 0, None),
    "remount": lambda: libc.mount(b"none", b"/", None, 0x20, None),
    "umount": lambda: libc.umount2(b"/work", 2),
    "unshare user": lambda: libc.unshare(CLONE_NEWUSER),
    "unshare mount": lambda: libc.unshare(CLONE_NEWNS),
    "unshare network": lambda: libc.unshare(CLONE_NEWNET),
    "chroot": lambda: libc.chroot(b"/work"),
    "setuid": lambda: libc.setuid(0),
    "setgid": lambda: libc.setgid(0),
    "setgroups": lambda: libc.setgroups(1, (ctypes.c_int * 1)(0)),
    "mknod": lambda: libc.mknod(b"/work/device", 0o60666, 0x0800),
    "sethostname": lambda: libc.sethostname(b"mine", 4),
    "reboot": lambda: libc.reboot(0),
    "keyctl": lambda: libc.syscall(250, 0, -3, 1),
    "bpf": lambda: libc.syscall(321, 0, 0, 0),
    "init_module": lambda: libc.syscall(175, 0, 0, b""),
    "open_by_handle_at": lambda: libc.syscall(304, -100, 0, 0),
    "nice": lambda: libc.setpriority(0, 0, -20),
}
for name, attempt in attempts.items():
    if attempt() != -1:
        sys.exit(f"{name} was allowed")
with open("/proc/self/status") as status:
    facts = dict(line.rstrip().split(":\t", 1) for line in status if ":\t" in line)
for name in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"):
    if int(facts[name], 16) != 0:
        sys.exit(f"{name} is {facts[name]}")
if facts["NoNewPrivs"] != "1" or facts["Seccomp"] != "2":
    sys.exit("privileges can be gained")
print("refused")
