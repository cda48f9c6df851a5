"""``footnote ask``."""

from pathlib import Path

import click

from bot.message.payload import answer_payload, unasked_payload
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


@click.command(epilog='Example: footnote ask "Who is Hajj Yusif?"')
@click.argument("question")
@click.option(
    "--always",
    is_flag=True,
    help="Show the best sentences however unsure they are; there are none if no source has a word of the question.",
)
@click.option("--explain", is_flag=True, help="Show how the question was read and the candidates' scores.")
@sources_options
@json_option
def ask(question: str, *, always: bool, explain: bool, corpus: Path | None, index: Path | None, as_json: bool) -> Exit:
    """Answer QUESTION from the sources, cited; "-" reads questions from standard input, one a line.

    Exit status: 0 answered, 1 the sources do not answer (of several questions: none of them), 2 misuse or failure
    (of several: one could not be taken; the others are answered all the same).
    """
    footnote = open_footnote(corpus, index)
    outcomes = set[Exit]()
    for given in standard_input("question") if question == "-" else [Given(question)]:
        text = given.text
        try:
            if isinstance(text, QuestionError):
                raise text
            answer = footnote.ask(text, always=always, history=given.history)
        except QuestionError as error:
            if question != "-":
                raise
            outcomes.add(refused(error, unasked_payload(str(text)) if as_json else None))
            continue
        outcomes.add(Exit.FOUND if answer.answered else Exit.NOTHING)
        if as_json:
            print_json(answer_payload(answer, explain=explain))
            continue
        click.echo(render.answer(answer, footnote.sources))
        if explain:
            click.echo(f"\n{render.explanation(answer)}")
        if question == "-":
            click.echo()
    return together(outcomes)
