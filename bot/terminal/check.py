"""``footnote check``."""

import asyncio
from pathlib import Path

import click

from bot.finding import Finding
from bot.inspection import inspect
from bot.terminal.options import Exit, json_option, print_json, settings_of, sources_options


@click.command(epilog="Example: footnote check")
@sources_options
@json_option
def check(*, corpus: Path | None, index: Path | None, as_json: bool) -> Exit:
    """Say whether settings, corpus, index, token and Discord permissions are in order.

    Exit status: 0 all is well, 2 something is not.
    """
    findings = asyncio.run(inspect(settings_of(corpus, index)))
    if as_json:
        print_json({"well": all(one.well for one in findings), "findings": [_payload(one) for one in findings]})
    else:
        for one in findings:
            click.echo(f"{'ok ' if one.well else 'NOT'}  {one.what}: {one.says}")
    return Exit.FOUND if all(one.well for one in findings) else Exit.FAILED


def _payload(finding: Finding) -> dict[str, object]:
    return {"what": finding.what, "well": finding.well, "says": finding.says}
