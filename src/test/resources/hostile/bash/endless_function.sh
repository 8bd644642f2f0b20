# A stack without an end.
deeper() { deeper; }
deeper
