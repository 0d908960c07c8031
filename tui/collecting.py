"""When the collector looks for garbage: not while the program starts, nor at what stays anyway.

A start makes a hundred thousand objects, nearly all of which stay. Looking through them takes a
tenth of the start, and later, all at once, as long as twenty cursor keys.
"""

import gc

USUAL = gc.get_threshold()
"""How often Python looks, unless told otherwise."""

SELDOM = 1_000_000
"""Objects more than there were, after which it looks nevertheless: a command has ended by then."""


def put_off() -> None:
    """Let the program start."""
    gc.set_threshold(SELDOM)


def give_up() -> None:
    """Look at nothing any more: the process ends, and all that it has with it."""
    gc.freeze()


def take_up() -> None:
    """Look as usual from now on, but never again at what is there now."""
    gc.freeze()
    gc.set_threshold(*USUAL)
