# Makes empty files until there are no more to be had.
count = 0
while True:
    open(f"file-{count}", "w").close()
    count += 1
