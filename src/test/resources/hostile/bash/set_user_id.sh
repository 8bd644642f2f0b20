# Programs that would change the user do not: no-new-privileges, and no way to make one.
cp /bin/bash /work/shell && chmod 6755 /work/shell && /work/shell -p -c true 2>/dev/null && exit 1
for program in $(find / -xdev -perm -4000 -type f 2>/dev/null); do
  "$program" -c id </dev/null 2>/dev/null | grep -q 'uid=0' && exit 1
done
[ "$(id -u)" = 10001 ] && echo refused
