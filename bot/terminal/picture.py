"""Writing a picture to a file."""

from contextlib import suppress
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
    """Writes a picture, whole or not at all.

    Raises:
        click.ClickException: The file cannot be written.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(png)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise click.ClickException(f"the picture cannot be written to {path}: {error.strerror or error}") from error
