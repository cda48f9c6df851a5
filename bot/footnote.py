"""Footnote itself, as the terminal and Discord use it: ask, search, cite, list the sources."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Self

import numpy as np

from bot.answering.answer import Answer
from bot.answering.answerer import Answerer
from bot.answering.claim import Checked
from bot.message.events import Chronicler
from bot.message.network import Weaver
from bot.question.question import check_length
from index.actors.registry import Actors
from index.actors.said import SaidError, read_said, standing
from index.citation import Citation, cite, verify
from index.document import Document
from index.opening import Opened, open_sources
from index.progress import Progress, unseen
from index.query import Note, parse
from index.search import Searcher
from index.sources import Sources
from index.words import words


@dataclass(frozen=True, slots=True)
class Found:
    """A search result.

    Attributes:
        citation: The sentence of the passage that matches best.
        text: The whole passage.
    """

    citation: Citation
    text: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What a search found.

    Attributes:
        found: Best first.
        notes: Sentences on what of the query was not understood or had to be left out.
        did_you_mean: Near spellings of words that no source has.
    """

    found: tuple[Found, ...]
    notes: tuple[Note, ...]
    did_you_mean: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """A quote among its neighbours.

    Attributes:
        citation: The quote; a whole passage where no quote in it is asked for.
        document: Where it stands.
        before: The text of its paragraph before it, or the paragraph before where it begins one; may be empty.
        after: Likewise after it.
    """

    citation: Citation
    document: Document
    before: str
    after: str


NAMED = 2000
"""Passages, up to which questions are answered by all names of the actors they name. Gathering the actors of so many
takes about a second, which each ``footnote ask`` would spend; an answer must not depend on whether somebody had it
done."""
SAID = "actors.toml"
"""The file of the corpus in which people name actors by hand."""


class Footnote:
    """Answers from one set of sources. Safe to be used by several threads at once."""

    def __init__(
        self, opened: Opened, said: Path | None = None, *, whole: bool = True, wider: "Footnote | None" = None
    ) -> None:
        """Takes the sources.

        Args:
            opened: The sources.
            said: The ``actors.toml`` of their corpus, where there may be one.
            whole: Whether they are the whole corpus. Else ``actors.toml`` may name what is not in them, and an entry
                counts only where all its names stand in them.
            wider: What else whoever asks may see: ``actor:`` then means whom all of that knows by a name.
        """
        self.opened = opened
        self._said = said
        self._whole = whole
        self._searcher = Searcher(opened.sources, lambda: (wider or self).actors)
        self._answerer = Answerer(self._searcher, actors=self._actors_if_usable)

    @classmethod
    def open(
        cls,
        corpus: Path,
        index: Path,
        *,
        note: Callable[[str], None],
        progress: Progress = unseen,
        rebuild: bool = False,
        before: Self | None = None,
    ) -> Self:
        """Opens the sources, making or refreshing the index where needed.

        Args:
            corpus: Folder of the documents.
            index: Folder of the index.
            note: Takes one-line notes for people.
            progress: Shows how far the work is.
            rebuild: Make the index even if it is up to date.
            before: What was opened before, which is given back where nothing has changed.

        Raises:
            CorpusError: The corpus folder is missing or may not be read.
        """
        held = None if before is None else before.opened
        opened = open_sources(corpus, index, note=note, progress=progress, rebuild=rebuild, before=held)
        return before if before is not None and opened is held else cls(opened, corpus / SAID)

    def within(self, collections: Collection[str]) -> "Footnote":
        """The Footnote of some collections, as if there were no others."""
        return self._of(self.sources.within(collections))

    def only(self, documents: Collection[str]) -> "Footnote":
        """The Footnote of some documents, given by their ids, as if there were no others.

        But a query's ``actor:`` means whoever goes by that name in any of these: whom new documents call by an alias is
        known by what old ones say.
        """
        wanted = [at for at, id in enumerate(self.sources.ids) if id in documents]
        return self._of(self.sources.among(np.array(wanted, np.int64)), wider=self)

    def _of(self, sources: Sources, wider: "Footnote | None" = None) -> "Footnote":
        return Footnote(replace(self.opened, sources=sources), self._said, whole=False, wider=wider)

    @property
    def sources(self) -> Sources:
        """What is searched."""
        return self.opened.sources

    @cached_property
    def actors(self) -> Actors:
        """Who is named in the sources.

        Raises:
            SaidError: ``actors.toml`` cannot be used; whatever needs no actors works all the same.
        """
        said = () if self._said is None else read_said(self._said)
        return Actors.of(self.sources, said if self._whole else standing(said, self.sources.documents))

    @cached_property
    def chronicler(self) -> Chronicler:
        """Tells what happened when."""
        return Chronicler(self._searcher, self.actors)

    @cached_property
    def weaver(self) -> Weaver:
        """Tells who is named with whom."""
        return Weaver(self.sources, self.actors)

    def _actors_if_usable(self) -> Actors | None:
        """The actors by whose other names a question is answered too; None where an answer would wait for them."""
        if len(self.sources.passages) > NAMED:
            return None
        try:
            return self.actors
        except SaidError:
            return None

    def ask(self, question: str, *, always: bool = False, within: str = "", history: Sequence[str] = ()) -> Answer:
        """Answers a question, or says that the sources do not.

        Args:
            question: As asked.
            always: Show the best sentences even where the sources hardly answer.
            within: Conditions in the query language that every passage read has to meet.
            history: The earlier turns, oldest first: question, answer, question, answer ...

        Raises:
            QuestionError: It is empty or too long.
        """
        admitted = parse(within) if within else None
        return self._answerer.ask(check_length(question), always=always, within=admitted, history=history)

    def check(self, claim: str) -> Checked:
        """What the sources say of a claim, for and against.

        Raises:
            QuestionError: It is empty or too long.
        """
        return self._answerer.check(check_length(claim))

    def admitted(self, within: str) -> int:
        """How many passages meet conditions in the query language."""
        return self._searcher.admitted(parse(within))

    def search(self, query: str, k: int, *, history: Sequence[str] = ()) -> Findings:
        """The k best passages for a query in the query language.

        Args:
            query: The query.
            k: How many at most.
            history: The earlier turns, oldest first: question, answer, question, answer ...

        Raises:
            QuestionError: The query is empty or too long.
        """
        results = self._answerer.search(check_length(query), k, history)
        found = []
        for number, hit in enumerate(results.hits, start=1):
            citation = self._searcher.cite(hit, results, number)
            verify(citation, hit.document)
            found.append(Found(citation, hit.passage.text))
        unknown = self._searcher.unknown([word for text in results.query.words for word in words(text)])
        meant = [near for word in unknown for near in self._searcher.near_spellings(word, common=True)]
        return Findings(tuple(found), results.notes, tuple(meant))

    def context(self, passage: str) -> Context | None:
        """The paragraph, or piece of a paragraph, that a passage id names; None where there is none."""
        document_id, _, place = passage.rpartition("#p")
        document = self.sources.document(document_id)
        position = self.sources.position(passage)
        if document is None:
            return None
        if position is not None and "." in place:
            piece = self.sources.passages[position]
            return self.quote_in_context(document, piece.start, piece.end)
        for paragraph in document.paragraphs:
            if str(paragraph.number) == place:
                return self.quote_in_context(document, paragraph.start, paragraph.end)
        return None

    def quote_in_context(self, document: Document, start: int, end: int) -> Context:
        """A quote with what stands before and after it.

        Raises:
            MisquotedError: There is no such quote.
        """
        citation = cite(document, start, end)
        around = [
            (paragraph.start, paragraph.end)
            for paragraph in document.paragraphs
            if abs(paragraph.number - citation.paragraph) <= 1 or paragraph.start < end <= paragraph.end
        ]
        before = document.text[around[0][0] : start].strip()
        after = document.text[end : around[-1][1]].strip()
        return Context(citation, document, before, after)

    def passage_ids(self, begin: str = "") -> Iterator[str]:
        """The ids of the paragraphs that begin so, in order; what ``context`` takes."""
        named = begin.partition("#")[0]
        for at, id in enumerate(self.sources.ids):
            if id.startswith(begin) or id == named:
                ids = (f"{id}#p{paragraph.number}" for paragraph in self.sources.documents[at].paragraphs)
                yield from (one for one in ids if one.startswith(begin))
