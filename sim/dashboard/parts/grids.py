"""Grids: long tables to sort, search and filter, in the reader's language and colours, by keyboard too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dash_ag_grid as dag
from dash import dcc, html

from sim.dashboard.viewer import Viewer

GRID_WORDS = (
    "contains",
    "notContains",
    "equals",
    "notEqual",
    "startsWith",
    "endsWith",
    "blank",
    "notBlank",
    "lessThan",
    "greaterThan",
    "lessThanOrEqual",
    "greaterThanOrEqual",
    "inRange",
    "inRangeStart",
    "inRangeEnd",
    "andCondition",
    "orCondition",
    "filterOoo",
    "searchOoo",
    "noRowsToShow",
    "noMatchingRows",
    "loadingOoo",
    "ariaChecked",
    "ariaUnchecked",
    "ariaIndeterminate",
    "ariaColumn",
    "ariaColumnFiltered",
    "ariaFilterActive",
    "ariaFilterColumn",
    "ariaFilterFromValue",
    "ariaFilterToValue",
    "ariaFilterInput",
    "ariaFilterValue",
    "ariaFilterMenuOpen",
    "ariaFilteringOperator",
    "ariaLabelColumnFilter",
    "ariaLabelColumnMenu",
    "ariaMenuColumn",
    "ariaSortableColumn",
    "ariaHeaderSelection",
    "ariaRowSelectAll",
    "ariaRowToggleSelection",
    "ariaRowSelect",
    "ariaRowDeselect",
    "ariaInputEditor",
    "ariaLabelDialog",
    "ariaToggleCellValue",
    "columnFilter",
)
USUAL = {"sortable": True, "resizable": True, "filter": "agTextColumnFilter", "wrapText": True, "autoHeight": True,
         "minWidth": 80,
         "wrapHeaderText": True, "autoHeaderHeight": True, "suppressHeaderMenuButton": True}  # fmt: skip
NUMBER = {"filter": "agNumberColumnFilter", "type": "rightAligned", "wrapText": False}
ENGLISH = {"cellRenderer": "InEnglish"}  # of words that exist in English only, so that a screen reader says them so


def grid(name: str, columns: Sequence[dict[str, Any]], rows: Sequence[dict[str, Any]], reader: Viewer,
         label: str, **options: Any) -> Any:  # fmt: skip
    """A grid of rows under `label`, as an element whose id is `name`; `options` are those of AG Grid."""
    t = reader.t
    words = {word: t(f"table-{word}") for word in GRID_WORDS}
    usual = {"localeText": words, "animateRows": False, "enableCellTextSelection": True, "ensureDomOrder": True,
             "suppressColumnVirtualisation": True, "domLayout": "normal"}  # fmt: skip
    narrowest = [{"minWidth": round(0.8 * column.get("width", 0))} | column for column in columns]
    shown = dag.AgGrid(
        id=name, columnDefs=narrowest, rowData=list(rows), defaultColDef=USUAL, dashGridOptions=usual | options,
        columnSize="responsiveSizeToFit",
        csvExportParams={"fileName": f"{name}.csv"}, style={"height": "100%", "width": "100%"},
    )  # fmt: skip
    region = {
        "data-ag-theme-mode": reader.scheme,
        "role": "region",
        "aria-label": t("table-of", name=label),
        "data-grid": name,
    }
    return html.Div(shown, className="grid", **region)


def search(grid_name: str, reader: Viewer, value: str = "") -> Any:
    """A field whose words choose the rows of a grid as one types (`grids.js`), and that keeps them in the address."""
    t = reader.t
    field = dcc.Input(
        id=f"{grid_name}-search", value=value, type="search", className="search-field", autoComplete="off"
    )
    save = html.Button(t("table-save"), type="button", className="save", **{"data-export": grid_name})
    label = html.Label(t("table-search"), htmlFor=f"{grid_name}-search")
    return html.Div([label, field, html.Span(t("table-search-hint"), className="hint"), save], className="search")
