"""The door of Parley: read what was typed, load the verb, and tell problems in words."""

from __future__ import annotations

import importlib
import sys
from argparse import Namespace

from sim.door.words import read

VERB_FILES = {
    "import": "import_graph",
    "import-stix": "import_stix",
    "export-stix": "export_stix",
}  # no names of modules
STOPPED = "Stopped. The same command goes on from the last checkpoint."


def main(line: list[str] | None = None) -> int:
    """Do what was typed; 0 done, 1 something failed, 2 a problem with what was given, 130 stopped."""
    args = read(line)
    try:
        return _do(args)
    except KeyboardInterrupt:
        print(f"\n{STOPPED}", file=sys.stderr)
        return 130


def _do(args: Namespace) -> int:
    from sim.ground.problems import Problems

    try:
        from sim.door.screen import Screen

        verb = importlib.import_module(f"sim.door.{VERB_FILES.get(args.verb, args.verb)}")
        return int(verb.main(args, Screen(args.plain)))
    except Problems as problems:
        for problem in problems.problems:
            print(problem, file=sys.stderr)
        return 2
    except Exception as error:
        if args.debug:
            raise
        return _defect(error)


def _defect(error: Exception) -> int:
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile("w", prefix="parley-defect-", suffix=".txt", delete=False) as story:
        story.write("".join(traceback.format_exception(error)))
    print(f"A defect of Parley: {type(error).__name__}: {error}", file=sys.stderr)
    print(f"Please report it with {story.name}; --debug shows it here.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
