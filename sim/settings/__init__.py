"""Settings of a run: `parts` are the forms, `reading` fills them, `identity` names the code, `whole` is Settings."""

from sim.settings.parts import Choice, Execution, GraphSettings, Population, TimeSettings
from sim.settings.whole import Settings

__all__ = ["Choice", "Execution", "GraphSettings", "Population", "Settings", "TimeSettings"]
