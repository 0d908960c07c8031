"""The last line of a screen: its keys."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from textual.events import MouseDown, MouseMove
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from tui.language import _


@dataclass(frozen=True, slots=True)
class Key:
    """A key that does something now.

    Attributes:
        key: As Textual names it.
        shown: How it is written.
        label: What it does, in a word or two.
        enabled: Whether it can be pressed; it is shown in either case.
        tooltip: What it does, a sentence.
    """

    key: str
    shown: str
    label: str
    enabled: bool
    tooltip: str

    @property
    def width(self) -> int:
        """In cells, with the spaces around key and label."""
        return cell_len(self.shown) + cell_len(self.label) + 3


class KeyBar(Widget):
    """The keys that work on its screen now, those of the focused widget first. A click presses one.

    They are the active bindings with `show=True`, each action once. Keys for which there is no
    room are left out from the end. Textual's Footer mounts a widget for each key, and anew
    whenever the focus moves; this draws one line, and only when the keys are others.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {"key-bar--key", "key-bar--label", "key-bar--off", "key-bar--hover"}

    DEFAULT_CSS = """
    KeyBar {
        dock: bottom;
        height: 1;
        color: $footer-foreground;
        background: $footer-background;
    }
    KeyBar > .key-bar--key {
        color: $footer-key-foreground;
        background: $footer-key-background;
        text-style: bold;
    }
    KeyBar > .key-bar--label {
        color: $footer-description-foreground;
        background: $footer-description-background;
    }
    KeyBar > .key-bar--off { text-style: dim; }
    KeyBar > .key-bar--hover {
        color: $footer-key-foreground;
        background: $block-hover-background;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[Key, ...] | None = None  # None: not asked for yet
        self._hovered: Key | None = None

    def on_mount(self) -> None:
        """Hear of other bindings; the signal forgets a widget that is gone."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    @property
    def keys(self) -> tuple[Key, ...]:
        """Those there is room for, in the order of the line."""
        return tuple(key for key, _columns in self._places())

    def say_anew(self) -> None:
        """Say the labels in the language in use."""
        self._keys = None
        self.refresh()

    # -- drawing -----------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:  # there is only one
        """Draw the line."""
        segments = [each for key in self.keys for each in self._drawn(key)]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _drawn(self, key: Key) -> Iterator[Segment]:
        base = self.rich_style
        if not key.enabled:
            base += self.get_component_rich_style("key-bar--off", partial=True)
        styles = (base + self.get_component_rich_style(f"key-bar--{part}", partial=True)
                  for part in ("key", "label"))  # fmt: skip
        over = self.get_component_rich_style("key-bar--hover", partial=True)
        for text, style in zip((f" {key.shown} ", f"{key.label} "), styles, strict=True):
            yield Segment(text, style + over if key == self._hovered else style)

    def _places(self) -> Iterator[tuple[Key, range]]:
        """Each key that fits, with the columns it stands in."""
        if self._keys is None:
            self._keys = self._active()
        start = 0
        for key in self._keys:
            if start + key.width > self.size.width:
                return
            yield key, range(start, start + key.width)
            start += key.width

    # -- what is drawn -----------------------------------------------------------------------------

    def _changed(self, screen: Screen[object]) -> None:
        # While another window has the focus nothing here has it, but the keys will be the same.
        if screen.app.app_focus and (keys := self._active()) != self._keys:
            self._keys = keys
            self.refresh()

    def _active(self) -> tuple[Key, ...]:
        found: dict[str, Key] = {}
        for _node, binding, enabled, tooltip in self.screen.active_bindings.values():
            if binding.show and binding.action not in found:
                shown = self.app.get_key_display(binding)
                label, about = _(binding.description), _(tooltip)
                found[binding.action] = Key(binding.key, shown, label, enabled, about)
        return tuple(found.values())

    # -- mouse -------------------------------------------------------------------------------------

    def _at(self, x: int) -> Key | None:
        return next((key for key, columns in self._places() if x in columns), None)

    def _hover(self, key: Key | None) -> None:
        if key != self._hovered:
            self._hovered = key
            self.tooltip = key.tooltip or None if key else None
            self.refresh()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Show which key a click would press."""
        self._hover(self._at(event.x))

    def on_leave(self) -> None:
        """Show none any longer."""
        self._hover(None)

    def on_mouse_down(self, event: MouseDown) -> None:
        """Press the key, as if it were typed."""
        if key := self._at(event.x):
            if key.enabled:
                self.app.simulate_key(key.key)
            else:
                self.app.bell()
