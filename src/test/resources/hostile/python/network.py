# Tries the address it is given, and whatever else a network would have.
import socket
import sys

port = int(sys.argv[1])
for family, address in ((socket.AF_INET, ("127.0.0.1", port)),
                        (socket.AF_INET, ("172.17.0.1", port)),
                        (socket.AF_INET, ("169.254.169.254", 80)),
                        (socket.AF_INET6, ("::1", port))):
    try:
        with socket.socket(family, socket.SOCK_STREAM) as connection:
            connection.settimeout(1)
            connection.connect(address)
            sys.exit(f"connected to {address}")
    except OSError:
        pass
with open("/proc/net/dev") as devices:
    names = [line.split(":")[0].strip() for line in devices if ":" in line]
if names != ["lo"]:
    sys.exit(f"has devices {names}")
print("refused")
