"""The scenario: who is there, what is claimed, what happens when, and how one may answer.

`forms` holds the frozen forms, `reading` fills them from plain data and finds all problems at once.
"""

from sim.scenario.forms import (
    ActorSpec,
    ClaimSpec,
    Country,
    DeedSpec,
    DetectorSpec,
    EntrySpec,
    ImageSpec,
    LayerSpec,
    OperationSpec,
    OwnSideSpec,
    Response,
    Scenario,
    Segment,
    plain,
)
from sim.scenario.reading import draft_scenario, read_scenario

__all__ = [
    "ActorSpec",
    "ClaimSpec",
    "Country",
    "DeedSpec",
    "DetectorSpec",
    "EntrySpec",
    "ImageSpec",
    "LayerSpec",
    "OperationSpec",
    "OwnSideSpec",
    "Response",
    "Scenario",
    "Segment",
    "draft_scenario",
    "plain",
    "read_scenario",
]
