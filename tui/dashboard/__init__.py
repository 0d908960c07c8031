"""The dashboard: Textual screens over the register."""
