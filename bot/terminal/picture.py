"""Writing a picture to a file."""

from pathlib import Path

import click

from bot.terminal.options import Command


class _PngFile(click.ParamType[Path]):
    """The path of a picture that is to be written."""

    name = "file"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        path = Path(str(value))
        if path.suffix.lower() != ".png":
            self.fail(f"the picture is a PNG, and {str(value)!r} does not end in .png", param, ctx)
        return path


def image_option(command: Command) -> Command:
    """Adds ``--image``."""
    return click.option("--image", metavar="FILE.png", type=_PngFile(), help="Also draw it into this file.")(command)


def write_picture(png: bytes, path: Path) -> None:
    """Writes a picture.

    Raises:
        click.ClickException: The file cannot be written.
    """
    try:
        path.write_bytes(png)
    except OSError as error:
        raise click.ClickException(f"the picture cannot be written to {path}: {error.strerror or error}") from error
