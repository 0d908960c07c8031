"""How the main screen goes on with what was typed when a dashboard ended."""

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from store.values import Entry
from tui.dashboard.screens.main.recording import Recording
from tui.dashboard.unsaved import Unsaved
from tui.language import _
from tui.wording.entries import entry_sentence
from tui.wording.unseen import unseen

if TYPE_CHECKING:
    from tui.dashboard.screens.form import Form


class GoingOn(Recording):
    """Any form again, whichever screen it was opened from."""

    def offer_unsaved(self) -> bool:
        """Offer what stood in a form when a dashboard ended; whether there is anything."""
        for file, kept in self.desk.keeper.left_behind():
            from tui.dashboard.screens.unsaved import UnsavedScreen, form_again

            if form := form_again(self.desk, kept):
                answered = partial(self._answered, file, kept, form)
                self.app.push_screen(UnsavedScreen(form, kept.typed), answered)
                return True
        return False

    def _answered(self, file: Path, kept: Unsaved, form: "Form[Any]", go_on: bool | None) -> None:
        if go_on is False:
            with suppress(OSError):
                file.unlink(missing_ok=True)
        elif go_on and not self.desk.keeper.adopt(file):
            self._say(_("Another window has gone on with it"))
        elif go_on:
            if kept.state != self.desk.view.state:
                self.desk.look_at(kept.state)
                self.reload()
            form.fill(kept.typed)
            self.app.push_screen(form, self._gone_on)

    def _gone_on(self, outcome: tuple[Entry, ...] | bool | None) -> None:
        if outcome:
            self.reload()
        if not isinstance(outcome, tuple) or not outcome:  # it is known now who the officer is
            return
        first = outcome[0]
        if first.kind == "decision":
            self._decided(outcome)
        elif first.kind == "retraction":
            self._taken_back(outcome)
        else:
            why = unseen(self.desk.view, outcome)
            told = _("Recorded: {what}", what=entry_sentence(first))
            self._say(_("Recorded, but {why}", why=why) if why else told)
            self._tell_backup_trouble()
