"""The door: what a person types, one verb a file; each loads what it needs only when it is called.

A verb offers `main(args, screen) -> int`, its exit code; `words` lists the verbs and their options.
"""
