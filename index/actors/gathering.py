"""From the mentions of single documents to actors: what is certainly one is brought together, nothing else.

Certain is: the same name but for case, accents and apostrophes; another name that a document states, or a surname or
acronym that a document ties to a full name; the same full name in another romanisation, unless a document has both;
and whatever ``actors.toml`` says, which wins over all of it. Certainly two are men of one name about whom documents
contradict each other (``namesakes``). A surname or an alias alone, in a document that names
nobody by it in full, is nobody's as long as the other documents do not make it certain.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from index.actors.forms import Form, Group, Node, Owner
from index.actors.mention import Kind, Mention
from index.actors.namesakes import Portrait, apart, suspects
from index.actors.places import PLACES
from index.actors.roles import KNOWN
from index.actors.said import Said
from index.actors.sameness import Sameness
from index.actors.spelling import key

NOWHERE = -1


class Gathering:
    """Which actor each mention names.

    Attributes:
        groups: What is gathered of each actor.
        forms: The form of each mention of each document, in order.
        starts: Where each begins.
        sentences: Which sentence of its document each stands in; NOWHERE for none.
        owners: Whose each is; None where it is not certain.
    """

    def __init__(self, documents: Iterable[tuple[str, Iterable[Mention]]], said: Sequence[Said]) -> None:
        """Brings together what is certainly one.

        Args:
            documents: The id of each document and its mentions, in order.
            said: What people say.
        """
        self._said = said
        self._by_hand = _by_hand(said)
        self._confined = {document for one in said for document in one.documents}
        self._forms: dict[tuple[str, str, str], Form] = {}
        self.forms: dict[str, list[Form]] = {}
        self.starts: dict[str, array[int]] = {}
        self.sentences: dict[str, array[int]] = {}
        self._lives: dict[str, list[tuple[Form, Mention]]] = {}
        for document, some in documents:
            here = list(some)
            self.forms[document] = list(map(self._form, here))
            self.starts[document] = array("i", [one.start for one in here])
            numbers = [NOWHERE if one.sentence is None else one.sentence for one in here]
            self.sentences[document] = array("i", numbers)
            told = [
                (form, one) for form, one in zip(self.forms[document], here, strict=True) if one.callings or one.born
            ]
            if told:
                self._lives[document] = told
        self._same = Sameness(self._forms.values(), self.forms.values())
        self._apart = self._tell_apart()
        self._several = {node for _, node in self._apart}
        for form in self._forms.values():
            form.lone = self._is_lone(form)
            form.owner = self._owner("", form)
        self._companions = self._find_companions()
        self.groups: dict[Owner, Group] = {at: Group(said=one) for at, one in enumerate(said)}
        self.owners: dict[str, list[Owner | None]] = {}
        for document, forms in self.forms.items():
            self._settle(document, forms)

    def bearers(self, form: Form) -> list[Owner]:
        """Who may be meant by a surname alone, most mentioned first."""
        tops = {self._final(node) for node in self._same.people.get(form.node[0], ())}
        tops |= {other for (_, node), other in self._apart.items() if node in tops}
        return sorted(tops & self.groups.keys(), key=lambda one: (-self.groups[one].mentions, str(one)))

    def _form(self, mention: Mention) -> Form:
        alike = (mention.text, mention.name, mention.kind.value)
        form = self._forms.get(alike)
        if form is None:
            node = (key(mention.name), mention.kind is Kind.PERSON)
            text = node[0] if mention.text == mention.name else key(mention.text)
            form = self._forms[alike] = Form(mention.text, mention.name, mention.kind, text, node)
        form.count += 1
        return form

    def _tell_apart(self) -> dict[tuple[str, Node], Node]:
        """In which documents a name that is said of several men means which: the name of one who is not the first."""
        portraits: dict[Node, dict[str, Portrait]] = defaultdict(lambda: defaultdict(Portrait))
        for document, told in self._lives.items():
            for form, one in told:
                if " " in form.node[0] and form.node[0] not in self._by_hand:
                    portraits[self._same.top(form.node)][document].add(one)
        doubtful = {node: some for node, some in portraits.items() if suspects(some)}
        for document, forms in self.forms.items() if doubtful else ():
            here = Counter(self._same.top(form.node) for form in forms if form.name not in PLACES)
            for node in here.keys() & doubtful.keys():
                portrait = doubtful[node][document]
                portrait.beside, portrait.mentions = here.keys() - {node}, here[node]
        men = {node: apart(some) for node, some in doubtful.items()}
        return {
            (document, node): (f"{node[0]}\n{number}", True)
            for node, some in men.items()
            for number, man in enumerate(some[1:], 2)
            for document in man
        }

    def _find_companions(self) -> dict[Node, set[Node]]:
        """With whom each person that shares his surname with a lone mention is named in a document."""
        lone = {form.node[0] for form in self._forms.values() if form.lone}
        bearers = {node for surname in lone for node in self._same.people.get(surname, ())}
        companions: dict[Node, set[Node]] = defaultdict(set)
        if bearers:
            for forms in self.forms.values():
                here = {form.node for form in forms if form.kind is not Kind.PLACE}
                for node in here & bearers:
                    companions[self._same.top(node)] |= {self._same.top(other) for other in here}
        return companions

    def _is_lone(self, form: Form) -> bool:
        name, person = form.node
        return person and " " not in name and name in self._same.people and form.name not in KNOWN

    def _owner(self, document: str, form: Form) -> Owner | None:
        """Whose a mention is, as far as it is certain without its companions."""
        by_hand = self._of_hand(document, form.key) or self._of_hand(document, form.node[0])
        if by_hand is not None:
            return by_hand[0] if len(by_hand) == 1 else None
        return None if form.lone else self._final(form.node)

    def _of_hand(self, document: str, name: str) -> list[int] | None:
        numbers = self._by_hand.get(name)
        if numbers is None:
            return None
        meant = [at for at in numbers if document in self._said[at].documents]
        return meant or [at for at in numbers if not self._said[at].documents] or None

    def _final(self, node: Node) -> Owner:
        """Where a name belongs: with what is said of any of its spellings, else with the spelling it was joined to."""
        top = self._same.top(node)
        numbers = self._of_hand("", top[0]) or self._of_hand("", node[0])
        return numbers[0] if numbers is not None and len(numbers) == 1 else top

    def _settle(self, document: str, forms: Sequence[Form]) -> None:
        """Says whose the mentions of a document are, and gathers them."""
        confined = document in self._confined
        owners = [self._owner(document, one) if confined else one.owner for one in forms]
        if self._apart:
            owners = [self._apart.get((document, one), one) if isinstance(one, tuple) else one for one in owners]
        if None in owners:
            owners = self._kept_company(forms, owners)
        self.owners[document] = owners
        for form, owner in zip(forms, owners, strict=True):
            if owner is not None:
                group = self.groups.get(owner)
                if group is None:
                    group = self.groups[owner] = Group()
                group.full[form.name] += 1
                group.kinds[form.kind.value] += 1

    def _kept_company(self, forms: Sequence[Form], owners: Sequence[Owner | None]) -> list[Owner | None]:
        """Gives a lone surname to its only bearer, if the document names somebody he is named with elsewhere."""
        here = {self._same.top(form.node) for form in forms if form.kind is not Kind.PLACE}
        kept: list[Owner | None] = []
        for form, owner in zip(forms, owners, strict=True):
            if owner is None and form.lone and form.key not in self._by_hand:
                bearers = {self._same.top(node) for node in self._same.people[form.node[0]]}
                bearer = next(iter(bearers))
                known = len(bearers) == 1 and bearer not in self._several and self._companions[bearer] & here - bearers
                kept.append(self._final(bearer) if known else None)
            else:
                kept.append(owner)
        return kept


def _by_hand(said: Iterable[Said]) -> dict[str, list[int]]:
    numbers: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(said):
        for name in dict.fromkeys(map(key, (one.name, *one.names))):
            numbers[name].append(at)
    return numbers
