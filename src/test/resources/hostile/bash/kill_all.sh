# Everything the user owns but this shell.
sleep 60 &
kill -9 -1
exit 6
