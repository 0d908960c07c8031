"""The least a Textual table can be: Header, a DataTable of 37 rows, Footer."""

from textual.app import App, ComposeResult
from textual.widgets import DataTable, Footer, Header


class Floor(App[None]):
    """Nothing else."""

    BINDINGS = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        yield Header()
        yield DataTable(cursor_type="row")
        yield Footer()

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        table.add_columns("No.", "Measure", "Executors", "Due", "Position")
        for number in range(1, 38):
            key = f"{1 + number // 10}.{number % 10}"
            table.add_row(key, f"Measure {number} in words", "DİNŞ", "2007–2010", "undetermined")


Floor().run()
