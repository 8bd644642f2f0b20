# The first program of every worker process, outside of its sandbox: joins the worker's control groups, takes limits that
# nothing it starts can lift, opens the filter of system calls as descriptor 9, and becomes bubblewrap. It must become it
# and not start it: bubblewrap dies with the thread that its parent process started it from. Arguments, in this order:
#   the filter's file
#   the size of the largest file that may be written, in blocks of 512 bytes
#   writable memory of its own that a process may have, in KiB, or "unlimited" where a control group holds it
#   how many groups follow
#   the files of the groups that take the id of who joins
#   bubblewrap's command line
set -eu
filter=$1 blocks=$2 memory=$3 groups=$4
shift 4
while [ "$groups" -gt 0 ]; do
  echo 0 >"$1"
  shift
  groups=$((groups - 1))
done
ulimit -c 0
ulimit -f "$blocks"
ulimit -l 0
ulimit -n 128
if [ "$memory" != unlimited ]; then
  ulimit -d "$memory"
fi
exec 9<"$filter"
exec "$@"
