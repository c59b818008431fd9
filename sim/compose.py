"""Compose: Hydra's overrides and config groups become checked Settings; the only file that knows Hydra."""

from __future__ import annotations

import copy
import itertools
import logging
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import hydra
from hydra.core.config_store import ConfigStore
from hydra.core.global_hydra import GlobalHydra
from hydra.core.override_parser.overrides_parser import OverridesParser
from hydra.core.override_parser.types import Glob, Override
from hydra.errors import HydraException
from omegaconf import DictConfig, OmegaConf
from omegaconf.errors import OmegaConfBaseException

from sim import catalogue
from sim.ground.problems import Problem, Problems, raise_if_any, unknown
from sim.packs import data_folder, known_packs, open_pack
from sim.settings import Settings

SHELVES = {"belief": ("beliefs", "name"), "graph": ("graphs", "kind")}  # every idea on them is an option
GROUPS = ("population", "graph", "platform", "belief", "scenario")
BY_NAME = "timeline|claims|actors|acts|images|countries|segments|layers|detectors|responses"
NAMED = re.compile(rf"scenario\.(?:responses\.\w+\.entries|{BY_NAME})\.(\w+)")
NOUNS = {"countries": "country", "timeline": "timeline entry", "entries": "entry of this response"}
SEARCH = "hydra.searchpath"


def compose(overrides: Iterable[str] = (), config_dir: str = "") -> list[Settings]:
    """The settings of every run that the overrides ask for, one for each combination of lists and ranges.

    Overrides are Hydra's: `scenario=embassy_rumour`, `response=none,prebunk`, `seed=range(1,21)`,
    `scenario.timeline.rumour.params.posts=4`, `~scenario.timeline.bots`. A scenario may be a folder, a
    graph a file. `config_dir` adds a folder with config groups of your own. Raises `Problems`.
    """
    folders = [config_dir] if config_dir else []
    asked = [_quoted_path(line) for line in overrides]
    parsed, found = _parsed(asked)
    for override in parsed:
        if override.key_or_group == SEARCH:
            folders += [str(place).removeprefix("file://") for place in _listed(override.value())]
    missing = [folder for folder in folders if not Path(folder).is_dir()]
    found += [Problem("config folder", f'no folder "{folder}"') for folder in missing]
    folders = [folder for folder in folders if folder not in missing]
    choices = [_choices(one, folders, found) for one in parsed if one.key_or_group != SEARCH]
    composer = Composer(folders)
    settings: list[Settings] = []
    for lines in itertools.product(*choices):
        try:
            settings.append(composer.settings([line for line in lines if line]))
        except Problems as problems:
            found += [problem for problem in problems.problems if problem not in found]
    raise_if_any(found)
    return settings


class Composer:
    """Composes combinations of overrides; those that pick the same options share one composed config."""

    def __init__(self, folders: list[str]) -> None:
        self.folders = folders
        self._composed: dict[tuple[str, ...], DictConfig] = {}

    def settings(self, lines: list[str]) -> Settings:
        """The settings for overrides without sweeps; raises `Problems`."""
        overrides, found = _parsed(lines)
        picks: list[str] = []
        values: list[Override] = []
        for override in overrides:
            value = override.value()
            if override.key_or_group in GROUPS and isinstance(value, str):
                picks += self._pick(override.key_or_group, value, values, found)
            else:
                values.append(override)
        if any(problem.where == "scenario" for problem in found):  # the rest is read with the pack that is usual
            values = [one for one in values if not one.key_or_group.startswith(("scenario.", "response"))]
        config = copy.deepcopy(self._config(tuple(picks)))
        for override in values:
            _change(config, override, found)
        try:
            data: Any = OmegaConf.to_container(config, resolve=True)
            settings = Settings.from_mapping(data)
        except OmegaConfBaseException as error:
            found.append(Problem(" ".join(lines), _first_line(error)))
        except Problems as problems:
            found += problems.problems
        raise_if_any(found)
        return settings

    def _pick(self, group: str, value: str, values: list[Override], found: list[Problem]) -> list[str]:
        """The override that picks an option of a group; a path becomes an option of its own."""
        if value in _options(group, self.folders):
            return [f"{group}={value}"]
        if group == "scenario" and Path(value).is_dir():
            return [f"{group}={value}"]
        if group == "graph" and Path(value).exists():
            values += OverridesParser.create().parse_overrides([f"graph.file='{value}'"])
            return []
        found.append(unknown(group, group, value, _options(group, self.folders)))
        return []

    def _config(self, picks: tuple[str, ...]) -> DictConfig:
        """Hydra's config of these options; the pack, which is long and would be copied many times, comes after it."""
        if picks not in self._composed:
            _register_ideas()
            told = {"scenario": DEFAULT_PACK} | dict(pick.split("=", 1) for pick in picks)
            if _is_pack(told["scenario"], self.folders):
                lines = [f"{group}={name}" for group, name in told.items() if group != "scenario"]
                config = _composed([*lines, f"scenario={SOME_PACK}", *_search(self.folders)])
                config.scenario = _node_of(told["scenario"])
            else:
                config = _composed([*picks, *_search(self.folders)])
            self._composed[picks] = config
        return self._composed[picks]


DEFAULT_PACK = "embassy_rumour"  # as conf/config.yaml says
SOME_PACK = "_pack"  # an option that stands for the pack while Hydra composes the rest


def _composed(overrides: list[str]) -> DictConfig:
    """Hydra's own composition, whether or not a Hydra application is running around it."""
    around = GlobalHydra.instance()
    kept, around.hydra = around.hydra, None
    try:
        with hydra.initialize_config_dir(str(data_folder("conf").resolve()), version_base="1.3"):
            config = hydra.compose("config", overrides)
    except (HydraException, OmegaConfBaseException) as error:
        raise Problems([Problem(" ".join(overrides), _first_line(error))]) from None
    finally:
        GlobalHydra.instance().hydra = kept
    OmegaConf.set_struct(config, False)
    return config


def _search(folders: list[str]) -> list[str]:
    places = ",".join(f"'file://{Path(folder).resolve()}'" for folder in folders)
    return [f"{SEARCH}=[{places}]"] if places else []


@cache
def _register_ideas() -> None:
    """Every idea on the shelves of beliefs and graphs is an option of its group, by its name alone."""
    ConfigStore.instance().store(group="scenario", name=SOME_PACK, node={})
    for group, (shelf, key) in SHELVES.items():
        for name in catalogue.names(shelf):
            ConfigStore.instance().store(group=group, name=name, node={key: name})


def _is_pack(name_or_folder: str, folders: list[str]) -> bool:
    """Whether a scenario is a pack, and no preset in a config folder."""
    return name_or_folder in known_packs() or name_or_folder not in _options("scenario", folders)


def _node_of(name_or_folder: str) -> dict[str, Any]:
    """What a pack says, as a config; raises `Problems`."""
    pack = open_pack(name_or_folder)
    raise_if_any(pack.scenario()[1])
    return {"name": pack.name, **pack.data}


def _options(group: str, folders: list[str]) -> tuple[str, ...]:
    ideas = catalogue.names(SHELVES[group][0]) if group in SHELVES else ()
    packs = known_packs() if group == "scenario" else ()
    places = [data_folder("conf"), *map(Path, folders)]
    presets = [file.stem for place in places for file in (place / group).glob("*.yaml")]
    return tuple(sorted({*ideas, *packs, *presets}))


def _quoted_path(line: str) -> str:
    """An override whose value is a path that exists, in quotes, since a path may hold any sign."""
    key, equals, value = line.partition("=")
    is_option = key in GROUPS and value in _options(key, [])
    is_path = key in ("scenario", "graph", "graph.file", "graph.nodes") and equals and Path(value).exists()
    return f"{key}='{value}'" if is_path and not is_option else line


def _parsed(lines: Iterable[str]) -> tuple[list[Override], list[Problem]]:
    parser = OverridesParser.create()
    parsed, found = [], []
    for line in lines:
        try:
            parsed += parser.parse_overrides([line])
        except HydraException as error:
            advice = "Write key=value, with quotes around a value that holds other signs."
            found.append(Problem(line, f"not an override: {_first_line(error)}", advice=advice))
    return parsed, found


def _choices(override: Override, folders: list[str], found: list[Problem]) -> list[str]:
    """The override once for each value that it sweeps over; an empty line in place of a wrong one."""
    key = override.get_key_element()
    if override.is_hydra_override() or override.package is not None:
        advice = "Plain Hydra is behind python -m sim.compose."
        found.append(Problem(key, "only Hydra itself understands this", advice=advice))
        return [""]
    if not override.is_sweep_override():
        return [str(override.input_line)]
    swept = override.value()
    if isinstance(swept, Glob):
        if override.key_or_group not in GROUPS:
            found.append(Problem(key, "glob() picks options of a group", GROUPS))
            return [""]
        return [f"{key}={name}" for name in swept.filter(list(_options(override.key_or_group, folders)))]
    if not override.is_discrete_sweep():
        found.append(Problem(key, "interval() names no values", advice="Write a list, or range(1,21)."))
        return [""]
    return [f"{key}={value}" for value in override.sweep_string_iterator()]


def _change(config: DictConfig, override: Override, found: list[Problem]) -> None:
    """Apply one override; a name that the pack does not know needs a `+` in front."""
    key, line = override.key_or_group, str(override.input_line)
    named = NAMED.match(key)
    if named and not (override.is_add() or override.is_force_add()):
        table, _, name = named.group(0).rpartition(".")
        known = OmegaConf.select(config, table) or {}
        if name not in known:
            found.append(unknown(table, _noun(table), name, [str(one) for one in known]))
            return
    try:
        if override.is_delete():
            _delete(config, key, found)
        else:
            OmegaConf.update(config, key, override.value(), merge=True, force_add=True)
    except (OmegaConfBaseException, TypeError, ValueError) as error:
        found.append(Problem(line, _first_line(error)))


def _delete(config: DictConfig, key: str, found: list[Problem]) -> None:
    parent, _, name = key.rpartition(".")
    node = OmegaConf.select(config, parent) if parent else config
    if isinstance(node, DictConfig) and name in node:
        del node[name]
    else:
        known = [str(one) for one in node] if isinstance(node, DictConfig) else []
        found.append(unknown(parent or "~", "setting", name, known))


def _noun(table: str) -> str:
    last = table.rpartition(".")[2]
    return NOUNS.get(last, last.removesuffix("s"))


def _listed(value: Any) -> Iterator[Any]:
    yield from value if isinstance(value, list) else [value]


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0]


def main() -> None:
    """Plain Hydra, for those who know it: `python -m sim.compose -m response=none,prebunk seed=1,2,3`."""
    from sim.run import run

    _register_ideas()
    for name in known_packs():
        ConfigStore.instance().store(group="scenario", name=name, node=_node_of(name))

    @hydra.main(version_base="1.3", config_path=str(data_folder("conf").resolve()), config_name="config")
    def job(config: DictConfig) -> None:
        """One run of a plain Hydra application."""
        logging.getLogger("MESA").setLevel(logging.WARNING)  # else it tells of every tick
        data: Any = OmegaConf.to_container(config, resolve=True)
        try:
            print(run(Settings.from_mapping(data)).folder)
        except Problems as problems:
            sys.exit(str(problems))

    job()


if __name__ == "__main__":
    main()
