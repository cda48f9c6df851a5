"""Keeps inquiries for ever and tells of each once it is kept; to be killed, or to run out of room."""

import asyncio
import resource
import sys
from pathlib import Path

from bot.state import State
from bot.state.inquiries import Inquiry, Kind


async def main(folder: Path, largest: int) -> None:
    async with State.open(folder) as state:
        if largest:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
        while True:
            print(await state.inquiries.keep(Inquiry(1, None, 2, Kind.QUESTION, "Who?" * 50)), flush=True)  # noqa: T201


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
