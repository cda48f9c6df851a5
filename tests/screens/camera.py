"""Photographs of pages, by headless Chromium over its DevTools protocol: one browser for all pictures."""

import asyncio
import base64
import contextlib
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--remote-debugging-port=0",
)
_START = 20.0
_PATIENCE = 60.0
_SETTLED = "document.fonts.ready.then(() => [document.documentElement.scrollWidth, document.body.scrollHeight])"


class CameraError(Exception):
    """There is no Chromium, or it does not do what it should; the text is for people."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph.

    Attributes:
        png: The picture.
        overflow: By how many pixels of CSS the page is wider than the screen, which nothing should be.
    """

    png: bytes
    overflow: int


@dataclass(slots=True)
class Camera:
    """A tab of the browser."""

    socket: aiohttp.ClientWebSocketResponse
    numbers: Iterator[int] = field(default_factory=count)

    async def photograph(self, page: str, width: int, *, scale: int = 2, dark: bool = False) -> Picture:
        """The whole page, as high as it is, on a screen so many pixels of CSS wide, for who likes it so."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        await self._ask("Emulation.setEmulatedMedia", features=[scheme])
        screen = {"width": width, "deviceScaleFactor": scale, "mobile": False}
        await self._ask("Emulation.setDeviceMetricsOverride", **screen, height=1)
        tree = await self._ask("Page.getFrameTree")
        await self._ask("Page.setDocumentContent", frameId=tree["frameTree"]["frame"]["id"], html=page)
        size = await self._ask("Runtime.evaluate", expression=_SETTLED, awaitPromise=True, returnByValue=True)
        wide, high = size["result"]["value"]
        await self._ask("Emulation.setDeviceMetricsOverride", **screen, height=high)
        shot = await self._ask("Page.captureScreenshot", format="png")
        return Picture(base64.b64decode(shot["data"]), wide - width)

    async def _ask(self, method: str, **params: Any) -> Any:
        number = next(self.numbers)
        await self.socket.send_json({"id": number, "method": method, "params": params})
        try:
            async with asyncio.timeout(_PATIENCE):
                while (answer := await self._heard()).get("id") != number:
                    pass
        except TimeoutError:
            raise CameraError(f"Chromium did not answer {method} within {_PATIENCE:g} seconds.") from None
        if "error" in answer:
            raise CameraError(f"Chromium refused {method}: {answer['error']['message']}")
        return answer["result"]

    async def _heard(self) -> Any:
        message = await self.socket.receive()
        if message.type is not aiohttp.WSMsgType.TEXT:
            raise CameraError("Chromium ended before the pictures were taken.")
        return message.json()


@contextlib.asynccontextmanager
async def camera() -> AsyncIterator[Camera]:
    """Starts Chromium with a new, empty profile, and ends it.

    Raises:
        CameraError: There is none, or it does not start.
    """
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        raise CameraError("The pictures are taken by Chromium, which is not installed; on Debian: apt install chromium")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        silent = asyncio.subprocess.DEVNULL
        process = await asyncio.create_subprocess_exec(
            program, *_FLAGS, f"--user-data-dir={profile}", "about:blank", stdout=silent, stderr=silent
        )
        try:
            port = await _port(Path(profile), process)
            async with (
                aiohttp.ClientSession() as http,
                http.ws_connect(await _tab(http, port), max_msg_size=0) as socket,
            ):
                yield Camera(socket)
        finally:
            if process.returncode is None:
                process.terminate()
            await process.wait()


async def _port(profile: Path, process: asyncio.subprocess.Process) -> int:
    """The port that Chromium has chosen, which it writes into its profile."""
    told = profile / "DevToolsActivePort"
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_START):
            while process.returncode is None:
                if told.exists() and (lines := told.read_text().splitlines()):
                    return int(lines[0])
                await asyncio.sleep(0.05)
    raise CameraError(f"Chromium did not start within {_START:g} seconds.")


async def _tab(http: aiohttp.ClientSession, port: int) -> str:
    async with http.get(f"http://127.0.0.1:{port}/json/list") as response:
        tabs = await response.json()
    return str(next(tab["webSocketDebuggerUrl"] for tab in tabs if tab["type"] == "page"))
