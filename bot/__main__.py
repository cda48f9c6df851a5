"""``python -m bot`` and the ``footnote`` command."""

from bot.terminal.cli import main

if __name__ == "__main__":
    main()
