"""Rules across files. Each rule is one function: a `Desk` → the Problems it finds."""
