"""The words a person can type: verbs, options, and the help that answers at once."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser
from collections.abc import Callable

EXAMPLES = """\
a first look:     parley demo
one question:     parley run scenario=embassy_rumour response=none,fast_statement seed=1,2,3
your own graph:   parley import edges.csv --direction "source follows target"
                  parley run scenario=embassy_rumour graph=edges.graph response=none,debunk seed=1,2,3
what there is:    parley list, parley list tactics/flood
your own story:   parley new my_pack

Parley compares answers under stated assumptions. It is not a forecast."""

OVERRIDES = "settings such as scenario=NAME response=A,B seed=1,2,3; commas make every combination"


def parser() -> ArgumentParser:
    """The parser of the whole command line."""
    top = ArgumentParser(
        prog="parley",
        description="A what-if simulator of information contests on social media, for diplomacy.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--debug", action="store_true", help="show the whole traceback of a defect")
    verbs = top.add_subparsers(dest="verb", metavar="VERB", required=True)
    for name, (says, options) in VERBS.items():
        verb = verbs.add_parser(name, help=says, description=says[0].upper() + says[1:] + ".")
        verb.add_argument("--plain", action="store_true", help="no colours, no moving bars")
        verb.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        if options is not None:
            options(verb)
    return top


def read(line: list[str] | None = None) -> argparse.Namespace:
    """Read a command line; settings may stand before, between and after the options."""
    reader = parser()
    args, rest = reader.parse_known_args(line)
    strange = [word for word in rest if word.startswith("-") or not hasattr(args, "words")]
    if strange:
        reader.error(f"unrecognised: {' '.join(strange)} (parley {args.verb} --help)")
    if hasattr(args, "words"):
        args.words = [*args.words, *rest]
    return args


def _run(verb: ArgumentParser) -> None:
    _words(verb, OVERRIDES)
    _work(verb)
    verb.add_argument("-m", "--multirun", action="store_true", help="as with Hydra; commas alone do it too")
    verb.add_argument("--dry", action="store_true", help="only say which runs these are and which are stored")
    verb.add_argument("--json", action="store_true", help="with --dry: as JSON")
    _telling(verb)
    _comparing(verb)


def _compare(verb: ArgumentParser) -> None:
    _words(verb, f"ids or folders of finished runs, or {OVERRIDES}")
    _work(verb)
    verb.add_argument("--by", default="response", metavar="SETTING", help="setting that makes the arms")
    verb.add_argument("--csv", metavar="FILE", help="write all differences there")
    verb.add_argument("--json", metavar="FILE", help="write the whole comparison there")
    _comparing(verb)


def _brief(verb: ArgumentParser) -> None:
    _words(verb, f"ids or folders of finished runs, or {OVERRIDES}")
    _work(verb)
    _language(verb)
    verb.add_argument(
        "--html", metavar="FILE", help="write the page there (SCENARIO.LANGUAGE.html if nothing is named)"
    )
    verb.add_argument("--pdf", metavar="FILE", help="write it there as PDF")
    verb.add_argument("--zip", metavar="FILE", help="write all data behind it there, as CSV and Parquet")
    verb.add_argument("--arm", default="", metavar="NAME", help="the answer to write about (the best)")
    verb.add_argument("--threshold", type=float, metavar="X", help="what the measure should stay within, such as 0.05")
    verb.add_argument("--by", default="response", metavar="SETTING", help="setting that makes the arms")
    _comparing(verb)


def _demo(verb: ArgumentParser) -> None:
    verb.set_defaults(baseline="", measure="", better="", beliefs=None, all=False, config_dir="")
    verb.add_argument("--seeds", type=_some, default=5, metavar="N", help="how many futures (5)")
    verb.add_argument("--accounts", type=_some, metavar="N", help="size of the public (10,000)")
    _work(verb)


def _import(verb: ArgumentParser) -> None:
    verb.add_argument("file", metavar="FILE", help="csv, tsv, txt (.gz, .zst), GraphML, GEXF, Pajek, JSON, Parquet")
    verb.add_argument(
        "--direction", default="", metavar="WORDS",
        help='"source follows target", "source is followed by target" or "undirected"',
    )  # fmt: skip
    verb.add_argument("--source-column", metavar="NAME", help="name or number; otherwise the first")
    verb.add_argument("--target-column", metavar="NAME", help="name or number; otherwise the second")
    verb.add_argument("--nodes", metavar="TABLE", help="table of the accounts' attributes")
    verb.add_argument("--out", metavar="DIR", help="folder to save the graph in (NAME.graph)")
    verb.add_argument("--keep-ids", action="store_true", help="keep the ids; otherwise pseudonyms replace them")
    _telling(verb)


def _telling(verb: ArgumentParser) -> None:
    verb.add_argument("--tell", metavar="FILE", help="keep there, as JSON, how far it is and how it ended")


def _import_stix(verb: ArgumentParser) -> None:
    verb.add_argument("file", metavar="BUNDLE.json", help="an incident in STIX 2.1")
    verb.add_argument("--out", metavar="DIR", help="folder of the new pack (imported_incident)")


def _export_stix(verb: ArgumentParser) -> None:
    verb.add_argument("run", metavar="RUN", help="id or folder of a finished run")
    verb.add_argument("--out", metavar="FILE", help="where to write it (SCENARIO-ID.stix.json)")
    verb.add_argument("--tlp", default="", metavar="LEVEL", help="mark it so: clear, green, amber, amber+strict, red; "
                      "never milder than what it was made of")  # fmt: skip
    verb.add_argument("--results", metavar="DIR", help="folder of the results (results)")


def _serve(verb: ArgumentParser) -> None:
    verb.add_argument("--results", metavar="DIR", help="folder of the results (results)")
    verb.add_argument("--host", default="127.0.0.1", metavar="HOST", help="address to listen on (127.0.0.1)")
    verb.add_argument("--port", type=_port, default=8050, metavar="N", help="port (8050); 0: any that is free")
    verb.add_argument("--open", action="store_true", help="open it in the browser")
    verb.add_argument("--password-file", metavar="FILE", help="ask for the password in its first line, or by its "
                      "argon2 hash; or PARLEY_PASSWORD")  # fmt: skip
    verb.add_argument("--token", action="store_true", help="ask for a token, made anew and shown; or PARLEY_TOKEN")
    verb.add_argument("--https-in-front", action="store_true", help="a proxy speaks HTTPS, and cookies go no other way")
    verb.add_argument("--allow-host", action="append", default=[], metavar="NAME", help="a name that browsers call it, "
                      "as a proxy passes it on")  # fmt: skip


def _check(verb: ArgumentParser) -> None:
    verb.add_argument("packs", nargs="+", metavar="PACK", help="name or folder of a scenario pack")


def _list(verb: ArgumentParser) -> None:
    verb.add_argument("what", nargs="?", default="", metavar="WHAT", help="a shelf (tactics), an idea (tactics/flood), "
                      "a pack (scenarios/embassy_rumour) or a DISARM number (T0049)")  # fmt: skip
    _language(verb)
    verb.add_argument("--json", action="store_true", help="as JSON, in both languages")


def _new(verb: ArgumentParser) -> None:
    verb.add_argument("name", metavar="NAME", help="its name, or where to put it: my_pack, packs/my_pack")
    _language(verb)


def _language(verb: ArgumentParser) -> None:
    verb.add_argument("--lang", "--language", choices=("en", "fr"), default="en", help="language (en)")


def _doctor(verb: ArgumentParser) -> None:
    verb.add_argument("--results", metavar="DIR", help="folder of the results (results)")
    verb.add_argument("--levers", nargs="*", metavar="NAME", help="try every lever, or those of these names: "
                      "platform.share_rate, label, flood.rate")  # fmt: skip
    verb.add_argument("--shelf", default="", metavar="SHELF", help="levers of one shelf alone, such as tactics")
    verb.add_argument("--sample", type=_some, metavar="K", help="a sample of so many, always the same for one --seed")
    verb.add_argument(
        "--seeds", type=_some, default=4, metavar="N", help="seeds of each; four times that if unclear (4)"
    )
    verb.add_argument(
        "--seed", type=_some, default=1, metavar="S", help="the first seed, which also draws the sample (1)"
    )
    verb.add_argument("--accounts", type=_some, default=400, metavar="N", help="size of the small world (400)")
    verb.add_argument("--workers", type=_some, default=2, metavar="N", help="processes at a time (2)")
    verb.add_argument("--json", metavar="FILE", help="write all findings there")


def _words(verb: ArgumentParser, says: str) -> None:
    verb.add_argument("words", nargs="*", metavar="SETTING=VALUE", help=says)
    verb.add_argument("--config-dir", default="", metavar="DIR", help="a folder of your own presets")


def _work(verb: ArgumentParser) -> None:
    verb.add_argument("--workers", type=_some, default=2, metavar="N", help="processes at a time (2)")
    verb.add_argument("--threads", type=_some, metavar="N", help="threads of each run (1); the bits stay the same")
    verb.add_argument("--fresh", action="store_true", help="simulate anew even if the answer is on disk")
    verb.add_argument("--results", metavar="DIR", help="folder of the results (results)")


def _comparing(verb: ArgumentParser) -> None:
    verb.add_argument("--beliefs", choices=("all",), help="under every belief rule: does the ranking survive?")
    verb.add_argument("--baseline", default="", metavar="ARM", help="arm to hold the others against (none)")
    verb.add_argument("--measure", default="", metavar="NAME", help="measure that ranks (false_belief_average)")
    verb.add_argument("--better", default="", choices=("", "lower", "higher"), metavar="WAY",
                      help="lower or higher, where the measure leaves it open")  # fmt: skip
    verb.add_argument("--all", action="store_true", help="show every measure")


def _some(word: str) -> int:
    """A whole number from 1."""
    number = int(word)
    if number < 1:
        raise ValueError(word)
    return number


def _port(word: str) -> int:
    """A number of a port."""
    number = int(word)
    if not 0 <= number <= 65535:
        raise ValueError(word)
    return number


_some.__name__ = "number from 1"  # how argparse calls it in a complaint
_port.__name__ = "port from 0 to 65535"

VERBS: dict[str, tuple[str, Callable[[ArgumentParser], None] | None]] = {
    "demo": ("compare four answers to one rumour, in about a minute", _demo),
    "run": ("run settings and compare their responses", _run),
    "compare": ("compare finished runs, or run what is missing first", _compare),
    "brief": ("write the one page on which answer to choose, in English or French", _brief),
    "import": ("read a follower graph, report on it, and save it for graph=DIR", _import),
    "import-stix": ("make a scenario pack to fill in of an incident in STIX 2.1", _import_stix),
    "export-stix": ("write a finished run as a STIX campaign that is marked as synthetic", _export_stix),
    "serve": ("open the app in a browser", _serve),
    "new": ("make a scenario pack to begin with, complete and ready to run", _new),
    "check": ("check scenario packs as a strict editor would", _check),
    "list": ("list scenarios, rules, actions and metrics, or show one of them", _list),
    "doctor": ("check the installation; with --levers, whether every lever of the model works", _doctor),
    "warmup": ("compile the kernels now, so that no run has to wait for it", None),
}
