# Would run while it is checked, if checking imported anything of the job's.
import json
import sys

print("only once")
def broken(:
