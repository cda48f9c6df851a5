"""``footnote ask``."""

from pathlib import Path

import click

from bot.payload import answer_payload
from bot.terminal import render
from bot.terminal.options import Exit, json_option, open_footnote, print_json, sources_options, standard_input


@click.command(epilog='Example: footnote ask "Who is Hajj Yusif?"')
@click.argument("question")
@click.option("--always", is_flag=True, help="Never refuse: show the best sentences with their confidence.")
@click.option("--explain", is_flag=True, help="Show how the question was read and the candidates' scores.")
@sources_options
@json_option
def ask(question: str, *, always: bool, explain: bool, corpus: Path | None, index: Path | None, as_json: bool) -> Exit:
    """Answer QUESTION from the sources, cited; "-" reads questions from standard input, one a line.

    Exit status: 0 answered, 1 the sources do not answer (of several questions: none of them), 2 misuse or failure.
    """
    footnote = open_footnote(corpus, index)
    outcome = Exit.NOTHING
    for text in standard_input("question") if question == "-" else [question]:
        answer = footnote.ask(text, always=always)
        if answer.answered:
            outcome = Exit.FOUND
        if as_json:
            print_json(answer_payload(answer, explain=explain))
            continue
        click.echo(render.answer(answer, footnote.sources))
        if explain:
            click.echo(f"\n{render.explanation(answer)}")
        if question == "-":
            click.echo()
    return outcome
