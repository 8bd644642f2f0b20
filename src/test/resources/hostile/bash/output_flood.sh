# Both streams at once, as fast as they go.
yes >&2 &
yes
