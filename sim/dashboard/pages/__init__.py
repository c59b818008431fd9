"""Pages: one file each; `layout(**query)` makes it from its address, callbacks change the address or a part of it.

A page registers itself with Dash under a path and a short name, for which `shell-page-<name>` says the title. It is
layout and callbacks alone: data comes from `runs`, `asked` and `jobs`, pictures from `figures`, furniture from `parts`.
"""
