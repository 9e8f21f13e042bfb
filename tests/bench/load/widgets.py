"""What a browser's widgets hold, and how it is written to Streamlit's server."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState

Held = Any
"""What a widget holds: a text, a truth, a number, a list of texts; None for nothing."""


@dataclass
class Widget:
    """A widget on the page.

    Attributes:
        key: The name our scripts know it by; "" for one without.
        field: The field of ``WidgetState`` that carries what it holds; "" for a button, which holds nothing.
        options: The texts to choose from, as the server wrote them; they are sent back as they are.
        fragment: The fragment it belongs to; "" for the page itself.
        held: What it holds now.
    """

    id: str
    kind: str
    key: str
    label: str
    field: str
    options: tuple[str, ...]
    fragment: str
    disabled: bool
    held: Held = None

    def write(self, state: WidgetState) -> None:
        """Write what it holds as a browser does: one that holds nothing is named all the same."""
        state.id = self.id
        if self.held is None:
            return
        if self.field == "string_array_value":
            state.string_array_value.data.extend(self.held)
        else:
            setattr(state, self.field, self.held)


def _text(element: Any) -> Held:
    return element.value if element.set_value else element.default


def _number(element: Any) -> Held:
    name = "value" if element.set_value else "default"
    return getattr(element, name) if element.HasField(name) else None


def _one(element: Any) -> Held:
    if element.set_value:
        return element.raw_value if element.HasField("raw_value") else None
    return element.options[element.default] if element.HasField("default") else None


def _several(element: Any) -> Held:
    if element.set_value:
        return list(element.raw_values)
    return [_words(element.options[index]) for index in element.default]


def _words(option: Any) -> str:
    return option if isinstance(option, str) else option.content


_HOLDS: Mapping[str, tuple[str, Callable[[Any], Held]]] = {
    "button": ("", lambda _element: None),
    "button_group": ("string_array_value", _several),
    "checkbox": ("bool_value", _text),
    "multiselect": ("string_array_value", _several),
    "number_input": ("double_value", _number),
    "radio": ("string_value", _one),
    "selectbox": ("string_value", _one),
    "text_area": ("string_value", _text),
    "text_input": ("string_value", _text),
}
"""The widgets our pages use: the field that carries each, and what it holds when it is drawn."""


def drawn(element: Any, fragment: str, before: Widget | None) -> Widget | None:
    """The widget that an element of the page is; None if it is none.

    Args:
        element: As the server sent it.
        fragment: The fragment that drew it; "" for the page itself.
        before: The widget as it was until now. It keeps what it holds, unless the server wrote something into it:
            a default counts only where a widget is new.
    """
    kind = element.WhichOneof("type")
    if kind not in _HOLDS:
        return None
    field, holds = _HOLDS[kind]
    body = getattr(element, kind)
    new = before is None or getattr(body, "set_value", False)
    return Widget(
        id=body.id,
        kind=kind,
        key=body.id.split("-", 2)[-1] if body.id.count("-") >= 2 else "",
        label=body.label,
        field=field,
        options=tuple(_words(option) for option in getattr(body, "options", ())),
        fragment=fragment,
        disabled=body.disabled,
        held=holds(body) if new else before.held,
    )
