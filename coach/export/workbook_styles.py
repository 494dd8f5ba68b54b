"""How cells look: inputs shaded blue on cream, workings plain, results bold; text typed as text."""

from typing import Any, Final

COLOURS: Final = ("#1F4E79", "#E08A1E", "#4C9A8E", "#8E5EA2", "#C0504D", "#7F7F7F", "#A9B84A", "#2E86C1")
_INK, _PALE, _LINE = "#1F3A56", "#F3F6FA", "#C8D2DC"
_MONEY: Final = "#,##0;-#,##0;0"
_CENTS: Final = "#,##0.00;-#,##0.00;0.00"
_TEXT: Final[dict[str, Any]] = {"num_format": "@", "quote_prefix": True}
_INPUT: Final[dict[str, Any]] = {
    "bg_color": "#FFF8E1",
    "font_color": "#0B3D91",
    "border": 1,
    "border_color": _LINE,
    "locked": False,
}
_HEAD: Final[dict[str, Any]] = {"bold": True, "font_color": "#FFFFFF", "bg_color": _INK}
_SUM: Final[dict[str, Any]] = {"bold": True, "top": 1, "top_color": _INK, "bg_color": _PALE}

STYLES: Final[dict[str, dict[str, Any]]] = {
    "title": {"bold": True, "font_size": 18, "font_color": _INK, **_TEXT},
    "section": {"bold": True, "font_size": 11, "font_color": _INK, "bottom": 1, "bottom_color": _INK, **_TEXT},
    "note": {"italic": True, "font_color": "#5F6B76", "font_size": 9, **_TEXT},
    "note_right": {"italic": True, "font_color": "#5F6B76", "font_size": 9, "align": "right", **_TEXT},
    "label": {**_TEXT},
    "text": {**_TEXT},
    "total_label": {**_SUM, **_TEXT},
    "wrap": {"text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": _LINE, **_TEXT},
    "wrap_label": {"text_wrap": True, "valign": "top", "bold": True, "bottom": 1, "bottom_color": _LINE, **_TEXT},
    "code": {"font_name": "Consolas", "font_size": 9, **_TEXT},
    "head": {**_HEAD, **_TEXT},
    "head_right": {**_HEAD, "align": "right", "text_wrap": True, **_TEXT},
    "head_year": {**_HEAD, "align": "right", "num_format": "0"},
    "money": {"num_format": _MONEY},
    "untold": {"num_format": '#,##0;-#,##0;"not stated"', "align": "right"},
    "cents": {"num_format": _CENTS},
    "total": {**_SUM, "num_format": _MONEY},
    "percent": {"num_format": "0.00%"},
    "rate": {"num_format": "#,##0.####"},
    "whole": {"num_format": "0"},
    "words": {"align": "left"},
    "if_any": {"num_format": '0.00;"none";"none"', "align": "right"},
    "money_if_any": {"num_format": '#,##0;"none";0', "align": "right"},
    "rate_if_any": {"num_format": '0.00##;"none";0', "align": "right"},
    "flag": {"bold": True, "font_color": "#1E7B4D", "align": "left"},
    "flag_right": {"bold": True, "font_color": "#1E7B4D", "align": "right"},
    "flag_bad": {"bold": True, "font_color": "#B3261E"},
    "in_money": {**_INPUT, "num_format": _MONEY},
    "in_price": {**_INPUT, "num_format": _CENTS},
    "in_percent": {**_INPUT, "num_format": "0.00##%"},
    "in_rate": {**_INPUT, "num_format": "General"},
    "in_whole": {**_INPUT, "num_format": "0"},
    "in_date": {**_INPUT, "num_format": "yyyy-mm-dd", "align": "right"},
    "in_text": {**_INPUT, **_TEXT, "align": "right"},
}
