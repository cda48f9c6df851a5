"""``footnote search``."""

import time
from pathlib import Path

import click

from bot.footnote import Findings
from bot.message.payload import search_payload
from bot.question.question import QuestionError
from bot.terminal import render
from bot.terminal.options import (
    Exit,
    Given,
    json_option,
    open_footnote,
    print_json,
    refused,
    sources_options,
    standard_input,
    together,
)


@click.command(epilog='Example: footnote search "Karbala raid" -k 3')
@click.argument("query")
@click.option("-k", "k", metavar="N", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many.")
@sources_options
@json_option
def search(query: str, *, k: int, corpus: Path | None, index: Path | None, as_json: bool) -> Exit:
    """List the passages that match QUERY, best first; "-" reads queries from standard input, one a line.

    QUERY may have "exact phrases", -excluded words, a OR b, wild*, "near these"~10, actor:NAME, source:ID, publisher:,
    collection:, from:2004-06 and to:2005.

    Exit status: 0 found, 1 no hit (of several queries: for none of them), 2 misuse or failure (of several: one could
    not be taken; the others are searched all the same).
    """
    footnote = open_footnote(corpus, index)
    outcomes = set[Exit]()
    for given in standard_input("query") if query == "-" else [Given(query)]:
        text = given.text
        begin = time.perf_counter()
        try:
            if isinstance(text, QuestionError):
                raise text
            findings = footnote.search(text, k, history=given.history)
        except QuestionError as error:
            if query != "-":
                raise
            nothing = Findings(found=(), notes=(), did_you_mean=())
            outcomes.add(refused(error, search_payload(str(text), nothing, 0.0) if as_json else None))
            continue
        milliseconds = (time.perf_counter() - begin) * 1000
        outcomes.add(Exit.FOUND if findings.found else Exit.NOTHING)
        if as_json:
            print_json(search_payload(text, findings, milliseconds))
        else:
            click.echo(render.results(findings))
    return together(outcomes)
