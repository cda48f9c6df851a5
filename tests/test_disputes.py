"""One deed that two documents put on different days, and two deeds of one kind on days that lie near.

The first dozen that is one was written before the rule. Of the next dozens, when they were first tried, 7 of 12 were
found and 3 of 12 others claimed; 7 of 10 and 6 of 10; and, the rule being done, 9 of 10 and none of 12.
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
    (
        "Rashid Omar, a judge of the high court, was kidnapped in Kirkuk on 6 May 2015.",
        "Gunmen abducted the judge Rashid Omar in Kirkuk on 7 May 2015.",
    ),
    (
        "The Gorton viaduct was demolished on 3 March 1972.",
        "On 4 March 1972 engineers demolished the viaduct at Gorton.",
    ),
    (
        "Pilar Ortega was appointed minister of health on 9 June 2008.",
        "On 10 June 2008 Ortega was named health minister; Pilar Ortega had been a surgeon.",
    ),
    (
        "The Hotel Meridian burned to the ground on 1 August 1910.",
        "A fire on 2 August 1910 left nothing of the Hotel Meridian.",
    ),
    (
        "Viktor Sand escaped from Vardo prison on 18 January 1944.",
        "Viktor Sand broke out of Vardo prison on 19 January 1944.",
    ),
    (
        "King Aldric was crowned in Thornby on 25 December 1399.",
        "The coronation of Aldric took place in Thornby on 26 December 1399.",
    ),
    (
        "The Brenner Bank collapsed on 11 May 1931.",
        "The Brenner Bank, the largest in Tyrol, collapsed on 12 May 1931.",
    ),
    (
        "General Ibarra surrendered at Ain Zara on 30 April 1943.",
        "On 1 May 1943 General Ibarra and his staff surrendered at Ain Zara.",
    ),
    (
        "The airship Orion crashed near Tromso on 25 May 1928.",
        "The Orion crashed on the ice near Tromso on 26 May 1928.",
    ),
    (
        "Farid Khan was buried in Lahore on 8 July 1960.",
        "Thousands came to Lahore on 9 July 1960, when Farid Khan was laid to rest.",
    ),
    (
        "Police in Lviv detained the smuggler Petro Hnatyuk on 12 June 2003.",
        "Petro Hnatyuk was captured in Lviv on 13 June 2003 after a chase.",
    ),
    (
        "The Aurora theatre in Malmo was opened on 2 October 1928.",
        "On 3 October 1928 the Aurora theatre opened in Malmo with a comedy.",
    ),
    (
        "Amina Yusuf was released from Kano jail on 20 February 1995.",
        "Kano jail released Amina Yusuf on 21 February 1995.",
    ),
    (
        "The submarine Delfin sank off Pola on 8 August 1917.",
        "The Delfin was sunk off Pola on 9 August 1917.",
    ),
    (
        "Minister Erik Dahl resigned over the loan on 15 May 1986.",
        "Erik Dahl quit on 16 May 1986.",
    ),
    (
        "The pact of Elsin was signed on 23 April 1922.",
        "On 24 April 1922 the foreign ministers signed the pact of Elsin.",
    ),
    (
        "Sofia Marin died in Lima on 30 June 1977.",
        "The poet Sofia Marin died in Lima on 1 July 1977.",
    ),
    (
        "The Lund observatory burned down on 17 March 1867.",
        "On 18 March 1867 fire destroyed the observatory at Lund.",
    ),
    (
        "Omar Saleh was assassinated in Sidon on 26 May 2006.",
        "Omar Saleh was murdered in Sidon on 27 May 2006.",
    ),
    (
        "The Zenith company was founded in Lodz on 1 April 1889.",
        "Two brothers founded the Zenith company in Lodz on 2 April 1889.",
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
    (
        "The bank of Corvo opened on 4 May 1920.",
        "The bank of Corvo opened a branch in Lajes on 5 May 1920.",
    ),
    (
        "Ali Reza was appointed judge on 2 June 1999.",
        "Ali Reza was appointed to the board of the museum on 3 June 1999.",
    ),
    (
        "A fire destroyed the market in Sefid on 10 July 1950.",
        "A fire destroyed the mosque in Sefid on 11 July 1950.",
    ),
    (
        "Tom Berg was born in Oslo on 3 March 1911.",
        "The son of Tom Berg was born in Oslo on 4 March 1941.",
    ),
    (
        "Hamid Nur was arrested in Quetta on 6 April 2001.",
        "Hamid Nur's brother was arrested in Quetta on 7 April 2001.",
    ),
    (
        "The ship Ara sank off Cork on 9 September 1917.",
        "The ship Bell sank off Cork on 10 September 1917.",
    ),
    (
        "Jan Novak was elected to parliament on 5 May 1990.",
        "Jan Novak was elected speaker of parliament on 6 May 1990.",
    ),
    (
        "The army captured Dara on 1 November 2012.",
        "Rebels captured Dara on 2 November 2012.",
    ),
    (
        "Egypt and Libya signed a border treaty in Cairo on 3 March 1925.",
        "Egypt and Libya signed a trade treaty in Cairo on 4 March 1925.",
    ),
    (
        "Leila Amin died in Beirut on 7 October 1983.",
        "The husband of Leila Amin died in Beirut on 8 October 1983.",
    ),
    (
        "The court in Minsk released Olga Reut on 3 May 2011.",
        "The court in Minsk sentenced Olga Reut on 4 May 2011.",
    ),
    (
        "The Palace cinema in Derry opened on 6 May 1934.",
        "The Palace cinema in Derry closed on 7 May 1934.",
    ),
    (
        "Rebels seized the radio station in Kano on 15 January 1966.",
        "Rebels seized the airport in Kano on 16 January 1966.",
    ),
    (
        "Ten miners died in the Selby pit on 9 March 1910.",
        "Twelve miners died in the Selby pit on 10 March 1910.",
    ),
    (
        "Maria Costa married in Porto on 2 June 1950.",
        "Maria Costa gave birth in Porto on 3 June 1950.",
    ),
    (
        "A tram crashed into the station in Halle on 4 April 1932.",
        "A lorry crashed into the station in Halle on 5 April 1932.",
    ),
    (
        "Nils Berg resigned from the board of Ascon on 1 July 1999.",
        "Nils Berg resigned from the council of Lund on 2 July 1999.",
    ),
    (
        "The tower of Vila burned on 12 August 1880.",
        "The granary of Vila burned on 13 August 1880.",
    ),
    (
        "Ana Silva was born in Faro on 5 May 1931.",
        "Ana Silva's daughter Rita was born in Faro on 6 May 1951.",
    ),
    (
        "Israel and Jordan signed a water accord at Wadi Araba on 26 October 1994.",
        "Israel and Jordan signed an air accord at Wadi Araba on 27 October 1994.",
    ),
    (
        "Bashir Khalil was arrested at the border on 3 March 2009.",
        "Bashir Khalil was arrested at his shop on 5 March 2009 after his release.",
    ),
    (
        "The Odeon opened its doors in Split on 1 May 1919.",
        "The Odeon opened a cafe in Split on 2 May 1919.",
    ),
)
MISSED = (
    "The ferry Corvus sank",
    "The Fenwick bridge collapsed",
    "The ceasefire of Tarnow",
    "The hostages were released by Jund",
    "The Kessler tunnel was opened",
    "Pilar Ortega was appointed",
    "The Hotel Meridian burned",
    "King Aldric was crowned",
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
    if ONE[number][0].startswith(MISSED):
        request.applymarker(pytest.mark.xfail(reason="missed so far", strict=True))
    assert {f"one{number}a", f"one{number}b"} in disputed


def test_nothing_else_is(disputed: frozenset[frozenset[str]]) -> None:
    assert disputed <= {frozenset((f"one{number}a", f"one{number}b")) for number in range(len(ONE))}
