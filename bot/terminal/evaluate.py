"""``footnote evaluate``."""

from pathlib import Path

import click

from bot.evaluation.evaluation import Evaluation
from bot.evaluation.judgements import EvaluationError, Judgements
from bot.terminal.options import Exit, json_option, note, print_json, progress_bar
from index.reranking import KINDS, Kind


@click.command(epilog="Example: footnote evaluate datasets/scifact --json")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--without",
    metavar="KIND",
    multiple=True,
    type=click.Choice([kind.value for kind in Kind if kind is not Kind.WORDS]),
    help=f"Leave out a kind of evidence, to see what it is worth: {', '.join(Kind)}; may be repeated.",
)
@json_option
def evaluate(folder: Path, *, without: tuple[str, ...], as_json: bool) -> Exit:
    """Measure on DIR, in BEIR's layout, how well documents are found, and questions answered where answers are known.

    DIR has corpus.jsonl, queries.jsonl and qrels/*.tsv (test.tsv where there is one). A document is found by its
    title and text, and ranked by its best passage.

    Exit status: 0 measured, 2 misuse or failure.
    """
    try:
        judgements = Judgements.read(folder)
    except EvaluationError as error:
        note(str(error))
        return Exit.FAILED
    evaluation = Evaluation(judgements, kinds=KINDS - set(map(Kind, without)), progress=progress_bar)
    payload = evaluation.retrieval().payload()
    answering = evaluation.answering()
    if answering is not None:
        payload |= answering.payload()
    if as_json:
        print_json(payload)
    else:
        for name, value in payload.items():
            click.echo(f"{name:18}{'not known' if value is None else _figure(value)}")
    return Exit.FOUND


def _figure(value: float) -> str:
    return f"{value:,}" if isinstance(value, int) else f"{value:.4f}"
