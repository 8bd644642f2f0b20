# A stopped program is no ended one.
echo begun
kill -STOP $$
