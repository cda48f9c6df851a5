"""One deed that two documents put on different days, and two deeds of one kind on days that lie near.

Both tables were written before their rule or before it was last changed; of the second dozen and of the second dozen
that is none, 7 were found and 3 claimed when they were first tried.
"""

from collections.abc import Iterator

import pytest

from bot.message.events import Chronicler
from index.actors.registry import Actors
from index.document import Document
from index.readers.draft import Block
from index.record import Record
from index.search import Searcher
from index.sources import Sources

Pair = tuple[str, str]

ONE: tuple[Pair, ...] = (
    (
        "On 18 May 1891 a fire destroyed the Arden mill.",
        "The mill at Arden burned down on 19 May 1891, and nobody was hurt.",
    ),
    (
        "Karim Salman was arrested in Basra on 3 March 2011.",
        "On 5 March 2011 police captured Karim Salman at his home in Basra.",
    ),
    (
        "The treaty of Lowick was signed on 7 July 1902.",
        "Lowick's treaty bears the signatures of 8 July 1902, when both sides signed.",
    ),
    (
        "Anna Brandt died on 12 April 1934 in Graz.",
        "Anna Brandt passed away in Graz on 13 April 1934 after a long illness.",
    ),
    (
        "The ferry Corvus sank off Malin Head on 2 January 1953.",
        "The wreck of the Corvus, which went down on 3 January 1953, lies off Malin Head.",
    ),
    (
        "Governor Hale resigned on 10 June 1999.",
        "On 11 June 1999 Hale stepped down as governor.",
    ),
    (
        "Yusuf Daoud was released from prison on 1 May 2014.",
        "After three years Yusuf Daoud was freed from prison on 2 May 2014.",
    ),
    (
        "The Tamar dam was opened on 20 September 1961.",
        "The dam on the Tamar was inaugurated by the queen on 21 September 1961.",
    ),
    (
        "General Orlov was assassinated in Kirov on 4 August 1918.",
        "Orlov, a general, was shot dead in Kirov on 5 August 1918.",
    ),
    (
        "The Fenwick bridge collapsed on 28 December 1879.",
        "On 29 December 1879 the bridge at Fenwick fell into the river.",
    ),
    (
        "Maria Lenz married Otto Brand on 6 May 1920.",
        "Otto Brand and Maria Lenz were wed on 8 May 1920.",
    ),
    (
        "The Sable Company was founded on 1 March 1856.",
        "On 2 March 1856 merchants established the Sable Company.",
    ),
    (
        "Hussein Fadel, the militia's treasurer, was detained at Najaf airport on 14 February 2016.",
        "Police arrested Hussein Fadel on 15 February 2016 as he left Najaf for Beirut.",
    ),
    (
        "On 22 November 1951 the steamer Albatross sank with all hands near Skagen.",
        "The Albatross went down near Skagen on 23 November 1951.",
    ),
    (
        "Prime Minister Dorin Pavel stepped down on 9 September 1998 after the strike.",
        "Dorin Pavel resigned on 10 September 1998.",
    ),
    (
        "The hospital in Qalat was destroyed by fire on 30 July 2009.",
        "On 31 July 2009 a blaze destroyed the Qalat hospital.",
    ),
    (
        "Colonel Aziz Noor was murdered outside his home in Herat on 4 June 1992.",
        "Aziz Noor was assassinated in Herat on 5 June 1992.",
    ),
    (
        "The newspaper Al-Fajr shut down on 1 October 1978.",
        "Al-Fajr closed on 2 October 1978.",
    ),
    (
        "On 3 April 1949 Ines Molina was born in Cadiz.",
        "Ines Molina, born in Cadiz on 4 April 1949, trained as a nurse.",
    ),
    (
        "The ceasefire of Tarnow was signed on 16 January 1945 by both generals.",
        "Both generals put their signatures to the Tarnow ceasefire on 17 January 1945.",
    ),
    (
        "The hostages were released by Jund al-Nur on 8 August 2005.",
        "Jund al-Nur freed the hostages on 9 August 2005.",
    ),
    (
        "Lena Fischer was elected chairwoman of the Harz Society on 5 March 1987.",
        "On 7 March 1987 the Harz Society elected Lena Fischer as its chairwoman.",
    ),
    (
        "The Kessler tunnel was opened to traffic on 12 May 1966.",
        "Traffic first passed through the Kessler tunnel on 13 May 1966, when it opened.",
    ),
    (
        "Flight 90 crashed in Lugano on 19 October 1983.",
        "On 20 October 1983 an aircraft crashed at Lugano: Flight 90.",
    ),
)

TWO: tuple[Pair, ...] = (
    (
        "On 18 May 1971 gunmen attacked a patrol near Halabin.",
        "On 19 May 1971 gunmen killed two soldiers in an attack near Halabin.",
    ),
    (
        "President Varga met ministers in Sofia on 3 March 2011.",
        "President Varga met farmers in Sofia on 4 March 2011.",
    ),
    (
        "Protesters were arrested in Derwent on 7 July 2012.",
        "More protesters were arrested in Derwent on 8 July 2012.",
    ),
    (
        "Omar Haddad was arrested in Tunis on 12 April 2013.",
        "Omar Haddad was released in Tunis on 14 April 2013.",
    ),
    (
        "Vestas opened a factory in Odense on 2 January 2004.",
        "Vestas opened an office in Aarhus on 3 January 2004.",
    ),
    (
        "Two soldiers died in Kandar on 10 June 2006.",
        "Three soldiers died in Kandar on 11 June 2006.",
    ),
    (
        "Mark Ellis was elected mayor on 1 May 2014.",
        "Mark Ellis was sworn in as mayor on 2 May 2014.",
    ),
    (
        "Shares in Brox fell on 20 September 2008.",
        "Shares in Brox fell again on 21 September 2008.",
    ),
    (
        "A bomb exploded in Mazan on 4 August 2007.",
        "A car bomb exploded at a market in Mazan on 5 August 2007.",
    ),
    (
        "Ruth Adler was born on 28 December 1901 in Bern.",
        "Jonas Adler was born on 29 December 1903 in Bern.",
    ),
    (
        "The first trial of Igor Petrenko opened on 6 May 1995.",
        "The second trial of Igor Petrenko opened on 8 May 1995.",
    ),
    (
        "Lars Holm signed a contract with Brann on 1 March 2010.",
        "Lars Holm signed a contract with Rosen on 3 March 2010.",
    ),
    (
        "Elena Rusu was arrested in Cluj on 1 June 1987.",
        "Her brother Ion Rusu was arrested in Cluj on 2 June 1987.",
    ),
    (
        "The army seized Qasr on 3 July 2015.",
        "The army seized Tell Abiad on 4 July 2015, after Qasr.",
    ),
    (
        "Negotiators from Lydia and Caria signed a ceasefire in Oslo on 5 May 1994.",
        "Negotiators from Lydia and Caria signed a trade accord in Oslo on 7 May 1994.",
    ),
    (
        "Security forces arrested two members of Jaysh al-Haqq in Mosul on 4 March 2010.",
        "Security forces arrested five members of Jaysh al-Haqq in Mosul on 5 March 2010.",
    ),
    (
        "Samir Aziz spoke in Amman on 7 May 2012 about the siege.",
        "Samir Aziz spoke in Amman on 8 May 2012 about the vote.",
    ),
    (
        "A school in Daraya was destroyed in shelling on 3 June 2013.",
        "A bakery in Daraya was destroyed in shelling on 4 June 2013.",
    ),
    (
        "Walid Harb was released on bail on 1 February 2002.",
        "Walid Harb was arrested again on 3 February 2002.",
    ),
    (
        "Nadia Karam was elected to the council on 5 October 2007.",
        "Nadia Karam was elected chair of the council on 8 October 2007.",
    ),
    (
        "The bank opened a branch in Tyre on 10 April 1988.",
        "The bank closed its branch in Tyre on 12 April 1988.",
    ),
    (
        "Two prisoners escaped from Garda on 9 September 1971.",
        "A prisoner escaped from Garda on 10 September 1971.",
    ),
    (
        "Boris Anton was buried in Ruse on 14 July 1930.",
        "Boris Anton died in Ruse on 11 July 1930.",
    ),
    (
        "Peter Vale resigned as chairman of Orbis on 3 March 2003.",
        "Peter Vale resigned as director of Lumen on 4 March 2003.",
    ),
    (
        "Firefighters in Patras fought a forest fire on 20 August 2007.",
        "Firefighters in Patras fought a factory fire on 22 August 2007.",
    ),
    (
        "Hala Said signed the petition in Tripoli on 2 May 2011.",
        "Hala Said signed the peace accord in Tripoli on 4 May 2011.",
    ),
    (
        "A helicopter crashed near Kunduz on 6 June 2011.",
        "A truck crashed near Kunduz on 7 June 2011.",
    ),
)

MISSED = frozenset(
    (
        "The Fenwick bridge collapsed on 28 December 1879.",
        "The Kessler tunnel was opened to traffic on 12 May 1966.",
        "The ceasefire of Tarnow was signed on 16 January 1945 by both generals.",
        "The ferry Corvus sank off Malin Head on 2 January 1953.",
        "The hostages were released by Jund al-Nur on 8 August 2005.",
    )
)
"""Beginnings of pairs whose words have no more in common than those of two deeds."""


def documents(pairs: tuple[Pair, ...], name: str) -> Iterator[Document]:
    for number, pair in enumerate(pairs):
        for side, text in zip("ab", pair, strict=True):
            id = f"{name}{number}{side}"
            yield Document.of_blocks(id, f"{id}.txt", Record(), [Block(text)], None)


@pytest.fixture(scope="module")
def disputed() -> frozenset[frozenset[str]]:
    """The ids of each two documents that are said to contradict one another, where all pairs are one corpus."""
    sources = Sources.of([*documents(ONE, "one"), *documents(TWO, "two")])
    chronicler = Chronicler(Searcher(sources), Actors.of(sources))
    return frozenset(
        frozenset((event.lead.citation.document, other.citation.document))
        for event in chronicler.events().events
        for other in event.disputed
    )


@pytest.mark.parametrize("number", range(len(ONE)))
def test_one_deed_on_two_days_is_disputed(
    number: int, disputed: frozenset[frozenset[str]], request: pytest.FixtureRequest
) -> None:
    if ONE[number][0] in MISSED:
        request.applymarker(pytest.mark.xfail(reason="missed so far", strict=True))
    assert {f"one{number}a", f"one{number}b"} in disputed


def test_nothing_else_is(disputed: frozenset[frozenset[str]]) -> None:
    assert disputed <= {frozenset((f"one{number}a", f"one{number}b")) for number in range(len(ONE))}
