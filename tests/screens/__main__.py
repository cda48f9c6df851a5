"""``python -m tests.screens FOLDER [SCENE...]``."""

import asyncio
import sys
from pathlib import Path
from typing import Final

import click

from .camera import Camera, CameraError, camera
from .page import Theme, page
from .scenes import SCENES
from .stage import Stage, stage
from .tags import Html

SCREENS: Final = {"desktop": 820, "phone": 390}
"""Widths in pixels of CSS: the message column of a window of 1,440, and a common phone."""


@click.command(name="python -m tests.screens", epilog=f"Scenes: {', '.join(SCENES)}.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.argument("scene", nargs=-1, type=click.Choice(list(SCENES)), metavar="[SCENE]...")
def main(folder: Path, scene: tuple[str, ...]) -> None:
    """Photographs what people see of Footnote on Discord, each scene dark and light, on a desktop and on a phone.

    Exit status: 0 all is photographed and fits its screen, 1 something does not, 2 there is no Chromium or no place.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        flaws = asyncio.run(_photograph(folder, scene or tuple(SCENES)))
    except TimeoutError:
        flaws = ["The bot did not start or stop in time."]
    except AssertionError as error:
        flaws = [str(error)]
    except (CameraError, OSError) as error:
        click.echo(error, err=True)
        sys.exit(2)
    for flaw in flaws:
        click.echo(flaw, err=True)
    sys.exit(1 if flaws else 0)


async def _photograph(folder: Path, names: tuple[str, ...]) -> list[str]:
    """Plays the scenes and writes their pages and pictures; gives what went wrong, a line each."""
    flaws: list[str] = []
    async with camera() as lens, stage() as here:
        for name in names:
            try:
                parts = await _played(name, here)
            except AssertionError as error:
                flaws.append(f"{name}: {error}")
                continue
            flaws += await _written(folder, name, parts, lens)
    return flaws


async def _played(name: str, here: Stage) -> list[Html]:
    click.echo(name)
    return await SCENES[name](here)


async def _written(folder: Path, name: str, parts: list[Html], lens: Camera) -> list[str]:
    flaws = []
    for theme in Theme:
        source = page(f"Footnote on Discord: {name}", parts, theme)
        (folder / f"{name}-{theme}.html").write_text(source, "utf-8")
        for screen, width in SCREENS.items():
            picture = await lens.photograph(source, width)
            (folder / f"{name}-{theme}-{screen}.png").write_bytes(picture.png)
            if picture.overflow > 0:
                flaws.append(f"{name}: {picture.overflow} pixels too wide for a {screen} in the {theme} theme")
    return flaws


if __name__ == "__main__":
    main()
