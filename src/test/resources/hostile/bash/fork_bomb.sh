# The classic one, kept waiting for.
bomb() { bomb | bomb & }
bomb
sleep 60
