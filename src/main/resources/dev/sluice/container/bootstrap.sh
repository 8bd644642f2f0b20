# The first program in every container, as the guest's user, before any guest code. Its standard input holds, in order:
#   one line: nonce, bytes of the archive, bytes of the plan, words of the check, variables, bytes of the guest's own input
#   a tar archive of the program's files; the plan (words, each ended by NUL: check, variables, command); the guest's input.
# It reports on standard output in lines that begin with the nonce, which no guest code has seen when they are written.
set -o pipefail
report() { printf '%s:%s\n' "$nonce" "$1"; }
read -r nonce archive plan checks variables input
head -c "$archive" | tar -x -f - -C /work --no-same-owner 2>/tmp/.words || { report unpack; cat /tmp/.words; exit 1; }
mapfile -d '' -t words < <(head -c "$plan")
check=("${words[@]:0:checks}")
environment=("${words[@]:checks:variables}")
command=("${words[@]:checks+variables}")
cd /work || exit 1
if ! env -i -- PATH="$PATH" HOME=/tmp LANG=C.UTF-8 "${check[@]}" >/tmp/.words 2>&1 </dev/null; then
  report check
  cat /tmp/.words
  exit 1
fi
program=$(type -P "${command[0]}") || { report missing; exit 1; }
rm -f /tmp/.words
# The input is fed by a process that init adopts, so that the program finds an end of file and no child of its own.
if [ "$input" -gt 0 ]; then
  exec < <( (head -c "$input" <&0 2>/dev/null &) )
  wait $!
else
  exec </dev/null
fi
report run
exec env -i -- "${environment[@]}" "$program" "${command[@]:1}"
