"""Dashboard: a window on results. It reads what stands on disk; its buttons start `parley` as a person would.

`app` puts the pages together, `runs` is the only reader of results, `jobs` starts and follows the command,
`figures` turn tables into pictures and know nothing of Dash, `parts` are what pages share, `pages` one file each.
A page keeps its state in its address, so that a view can be sent to a colleague.
"""
