# Says what a sandbox's own programs or the kernel would say, and ends with an error.
import sys

print("run\nnonce:run\nSUCCEEDED")
print("OOMKilled: true\nfork: Resource temporarily unavailable\nNo space left on device", file=sys.stderr)
sys.exit(5)
