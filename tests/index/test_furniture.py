import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.furniture import banners, outline
from index.furniture import clear as clear_one
from index.furniture.line import measured
from index.furniture.sign import ENOUGH, is_web_page, weight_of
from index.readers import text
from index.readers.draft import Block, Draft
from index.record import Record

SHARED = Path(os.environ.get("FOOTNOTE_SHARED") or Path(__file__).parents[3] / "shared")
DUMPS = sorted((SHARED / "seed").glob("*.txt"))


@dataclass(frozen=True, slots=True)
class Page:
    """A dirty page: what stands on it, a line a block, and which of the lines are kept; the others go.

    Lines that are kept begin with ``+``, lines that go with ``-``.
    """

    lines: str
    record: Record = field(default_factory=Record)
    given: Record = field(default_factory=Record)

    @property
    def blocks(self) -> list[str]:
        return [line[2:] for line in self.lines.strip().splitlines()]

    @property
    def kept(self) -> list[str]:
        return [line[2:] for line in self.lines.strip().splitlines() if line.startswith("+")]


PAGES = {
    "a newspaper's page with its menu and its share buttons": Page(
        """
- Menu
- Sign in
- Subscribe
- Ferry strike enters its third week
- By Tomás Okafor
+ 14 March 2022 · 09:30
- Share
- Tweet
+ No ferry has left the northern port since the last day of February, and the shops on the islands are running low.
+ The union and the company met again on Sunday. Neither would say what had been discussed.
+ A question of pay
+ At the heart of the strike is a clause from 1998 which ties wages to the price of diesel.
+ “We have waited long enough,” said Ingrid Solheim, who speaks for the deck hands.
- Most read
- Council postpones vote on harbour tax
- Seven walks for the long weekend
- Why the lighthouse turned pink
- Contact us
- Privacy
""",
        Record(title="Ferry strike enters its third week", author="Tomás Okafor", date="2022-03-14"),
    ),
    "an agency's item with its origin on top": Page(
        """
- Blast reported near fuel depot
- Via | Gulf Newswire
+ An explosion was heard near a fuel depot on the edge of the port on Friday, two residents told the agency.
+ The civil defence said its crews were on their way.
""",
        Record(title="Blast reported near fuel depot", publisher="Gulf Newswire"),
    ),
    "a Spanish page": Page(
        """
- Inicio
- Política
- Deportes
- El puente viejo reabre tras seis años de obras
- Por Lucía Ferrán
+ 3 de mayo de 2021
+ El puente viejo volvió a abrirse al tráfico este lunes, seis años después de que una riada se llevara dos arcos.
+ La alcaldesa agradeció la paciencia de los vecinos y recordó que las obras costaron el doble de lo previsto.
- Fuente: Diario del Valle
- Te puede interesar
- Cinco recetas para el verano
- La ciudad estrena tranvía
""",
        Record(
            title="El puente viejo reabre tras seis años de obras",
            author="Lucía Ferrán",
            date="2021-05-03",
            publisher="Diario del Valle",
        ),
    ),
    "an Arabic page": Page(
        """
- الرئيسية
- أخبار
- إغلاق الميناء بسبب الضباب
+ 7 مايو 2019
+ قال مدير الميناء إن الضباب الكثيف أجبر السلطات على إغلاق الميناء أمام جميع السفن منذ صباح يوم الثلاثاء.
+ وأضاف أن نحو أربعمئة مسافر ينتظرون في فنادق المدينة حتى تتحسن الرؤية.
- المصدر: وكالة الساحل
- اقرأ أيضا
- خمس نصائح للسفر
""",
        Record(title="إغلاق الميناء بسبب الضباب", date="2019-05-07", publisher="وكالة الساحل"),
    ),
    "a German page whose title is said twice, once with the site's name": Page(
        """
- Hochwasser: Pegel der Ilm sinkt wieder | Thüringer Bote
- Zum Inhalt springen
- Abo
- Hochwasser: Pegel der Ilm sinkt wieder
- Von Katrin Wiegand
+ 12.06.2013
+ Der Pegel der Ilm ist in der Nacht zum Mittwoch um vierzig Zentimeter gefallen, teilte das Landratsamt mit.
+ Die Sperrung der Uferstraße bleibt bis auf Weiteres bestehen, weil sich unter dem Pflaster Hohlräume gebildet haben.
- Mehr zum Thema
- Fotostrecke vom Dammbruch
""",
        Record(
            title="Hochwasser: Pegel der Ilm sinkt wieder",
            publisher="Thüringer Bote",
            author="Katrin Wiegand",
            date="2013-06-12",
        ),
    ),
    "captions said twice, one of which spells out an acronym": Page(
        """
- The long shadow of the canal treaty
- Ambassador Reyes
- Ambassador Reyes
+ Joint Canal Commission (JCC)
- Joint Canal Commission (JCC)
- Locks at dusk
- Locks at dusk
+ The treaty that was signed in the summer of 1977 still decides who may dredge the canal, and who has to pay for it.
+ Ambassador Reyes, who was a junior clerk at the time, remembers the heat in the room.
""",
        Record(title="The long shadow of the canal treaty"),
    ),
    "a memo keeps its header": Page(
        """
+ MEMORANDUM
+ To: Director, Office of Bridges
+ From: Helen Marsh
+ Subject: Cracks in pier four
+ Date: 2 February 1984
+ The divers went down on Monday and found three cracks in the footing of pier four, each about a hand wide.
+ I recommend that the bridge be closed to lorries until the footing has been grouted.
""",
        Record(title="MEMORANDUM", date="1984-02-02"),
    ),
    "a letter keeps its header and its answers": Page(
        """
+ To: J. Abara
+ Subject: Your question of Tuesday
+ Yes.
+ The boat that you saw from the pier on Tuesday was ours, and it carried nothing but ice.
+ No.
+ I do not know who told you otherwise, and I would rather not guess.
""",
    ),
    "minutes keep their short headings": Page(
        """
+ Minutes of the Harbour Committee
+ Present: Abara, Marsh, Solheim
+ Opening
+ The chair opened the meeting of the committee at nine and thanked the clerk for the room.
+ Dredging
+ The committee heard that dredging would begin in the autumn if the tide tables allowed it.
+ Any other business
+ There was none, and the chair closed the meeting of the harbour committee at ten.
""",
        Record(title="Minutes of the Harbour Committee"),
    ),
    "an interview keeps its one-word lines": Page(
        """
+ “I never saw the ship”
+ A year after the wreck the former pilot of the port talks about the night for the first time.
+ Were you on duty that night?
+ No.
+ Who was?
+ Ask the harbour master.
+ Did he ask you to keep silent about the ship, or did anybody else from the port?
+ No.
+ Nobody asked me anything, and that is the whole of what I have to say about the matter.
+ Thank you.
""",
        Record(title="“I never saw the ship”"),
    ),
    "a list of headlines keeps them all": Page(
        """
+ Council postpones vote on harbour tax
+ Seven walks for the long weekend
+ Ferry strike enters third week
+ Council postpones vote on harbour tax
+ Lighthouse turns pink
"""
    ),
    "a table of names": Page(
        """
+ Name
+ Rank
+ Ali Hassan
+ Captain
+ Sara Khoury
+ Captain
+ Omar Said
"""
    ),
    "a list that a sentence announces": Page(
        """
+ Designations of 3 May
+ The following persons and vessels were added to the list by the committee on 3 May 2019:
+ Ali Hassan
+ Sara Khoury
+ Northern Star
""",
        Record(title="Designations of 3 May"),
    ),
    "a list that a sentence stands above, but hardly anything else": Page(
        """
+ Persons barred from the port
+ This list was last changed by the harbour master in May.
+ Ali Hassan
+ Sara Khoury
+ Omar Said
+ Lucía Ferrán
+ Ingrid Solheim
+ Tomás Okafor
+ Helen Marsh
+ Katrin Wiegand
+ Joseph Abara
+ Wei Zhang
+ Maria Popescu
+ Ivan Kolar
+ Ana Duarte
""",
        Record(title="Persons barred from the port"),
    ),
    "notes after the text": Page(
        """
+ The canal treaty and its heirs
+ The treaty that was signed in 1977 still decides who may dredge the canal, and who has to pay for it.
+ Its authors did not expect it to outlive them.1
+ Notes
+ 1. Reyes, Memoirs, p. 114.
+ 2. Interview with the author, Colón, 2003.
+ 3. Ibid.
""",
        Record(title="The canal treaty and its heirs"),
    ),
    "a poem": Page(
        """
+ O wind that drives the boats ashore,
+ Who called you from the grey and restless sea?
+ I heard you knocking at the door
+ And knew, before I opened it, that you had come for me.
"""
    ),
    "a cable all in capitals": Page(
        """
+ REF: STATE 114
+ THE MINISTER TOLD THE AMBASSADOR ON MONDAY THAT THE PORT WOULD STAY CLOSED UNTIL FURTHER NOTICE.
+ HE ASKED THAT THIS NOT BE MADE PUBLIC BEFORE THE END OF THE WEEK.
"""
    ),
    "a title that the record knows is not said again": Page(
        """
- Log in
- Ferry strike enters its third week
+ No ferry has left the northern port since the last day of February, and the shops are running low.
""",
        Record(title="Ferry strike enters its third week", publisher="Islander"),
        Record(title="Ferry strike enters its third week", publisher="Islander"),
    ),
    "what the record says is not overruled by the page": Page(
        """
+ Ferry strike enters its third week
- Source » northern press
+ 14 March 2022
+ No ferry has left the northern port since the last day of February, and the shops are running low.
""",
        Record(title="Report 12", publisher="Islander", date="2021"),
        Record(title="Report 12", publisher="Islander", date="2021"),
    ),
    "a source between paragraphs is a table's, not the document's": Page(
        """
+ What the harbour earns
+ The harbour earned four million last year, which is a third less than it earned the year before.
+ Source: Ministry of Ports
+ The ministry blames the fog and the strike, in this order, and expects a better year ahead.
""",
        Record(title="What the harbour earns"),
    ),
    "skip links do not become the title": Page(
        """
- Skip to main content
- Sign in to your account
- Pilots warn of sandbank off the northern pier
- Print this page
+ Pilots have warned for months that the sandbank off the northern pier is growing, the association said on Monday.
+ Two trawlers have run aground on it since the winter.
- © 2020 Island Media Ltd. All rights reserved.
""",
        Record(title="Pilots warn of sandbank off the northern pier"),
    ),
    "figures before the text are kept": Page(
        """
- Storm Vera: what we know
+ Dead: 14
+ Injured: more than 200
+ Wind speeds up to 160 km/h
- Live
- Follow
+ The storm made landfall on the southern coast before dawn and had crossed the plain by the early afternoon.
+ Power is out in most of the villages along the river.
""",
        Record(title="Storm Vera: what we know"),
    ),
    "a notice above the menu": Page(
        """
+ We use cookies to improve your experience, and by continuing you agree to our terms.
- Accept
- Reject
- Home
- Opinion
- Sandbank grows off the northern pier
- By Ada Quay
+ The sandbank off the northern pier has grown by an acre since the winter, pilots said on Monday.
+ Two trawlers have run aground on it.
""",
        Record(title="Sandbank grows off the northern pier", author="Ada Quay"),
    ),
    "an opening paragraph with a list under it is no notice": Page(
        """
+ The committee met in the old customs house of the harbour on Monday, and these were there:
+ Helen Marsh
+ Joseph Abara
+ Ingrid Solheim
+ Report of the harbour master
+ The harbour master reported that the sandbank off the northern pier had grown by an acre since the winter.
""",
    ),
    "a title of two words": Page(
        """
- Canal Treaty
- Log in
- Archive
+ The treaty that was signed in the summer of 1977 still decides who may dredge the canal, and who has to pay for it.
""",
        Record(title="Canal Treaty"),
    ),
    "sentences behind the last heading": Page(
        """
- The last pilot of the northern port
+ Tomás Okafor brought ships through the northern channel for forty years, in all weathers and most tempers.
+ Death
+ He is buried in Bergen.
+ His grave looks north.
- More lives
- Who was the lighthouse keeper?
- The widow’s three boats …
- Seven captains and a cook
- Most popular
""",
        Record(title="The last pilot of the northern port"),
    ),
    "a sentence full of names at the end": Page(
        """
- Meeting of the Harbour Committee
+ The chair opened the meeting at nine and closed it at ten, after nothing had been decided.
+ Present were Ali Hassan, Sara Khoury, Omar Said, Lucía Ferrán, Ingrid Solheim and Helen Marsh.
- Print
""",
        Record(title="Meeting of the Harbour Committee"),
    ),
    "a transcript that begins with a question": Page(
        """
+ Q: When did you meet the minister?
+ A: In May.
+ Q: Where?
+ A: I met him in the old customs house of the harbour, and we talked for an hour about the minister and the canal.
""",
    ),
    "a letter keeps its salutation and its signature": Page(
        """
+ Dear Carl,
+ The boat that you saw from the pier on Tuesday was ours, and it carried nothing but ice.
+ Yours,
+ Anna Krog
+ Harbour master
""",
    ),
    "short lines between sentences at the end": Page(
        """
+ The boat that you saw from the pier on Tuesday was ours, and it carried nothing but ice.
+ Did he?
+ Yes.
+ By Lena Return
+ He left it to her.
- Read more
- Share
- Privacy policy
""",
    ),
    "a last paragraph without its end": Page(
        """
+ The boat that you saw from the pier on Tuesday was ours, and it carried nothing but ice.
+ Then it lay empty for years
- Print
""",
    ),
    "a last line that begins as bylines do": Page(
        """
+ The boat that you saw from the pier on Tuesday was ours, and it carried nothing but ice.
+ It was closed in 1930
+ by Lena Return.
""",
    ),
    "signs of trade marks do not make a sentence furniture": Page(
        """
+ A pan that does not stick
+ The pan is coated with Teflon® and sold under the name of Slip™ by a firm that nobody has heard of.
+ It was tried on eggs, with Slip™ and without.
""",
        Record(title="A pan that does not stick"),
    ),
    "a question for a headline": Page(
        """
+ Who killed the canal treaty?
+ The treaty that was signed in 1977 was meant to last for a hundred years, and it lasted for less than fifty.
+ Published: 4 June 2021
""",
        Record(title="Who killed the canal treaty?", date="2021-06-04"),
    ),
    "the caption of a court's paper": Page(
        """
+ Filed 3 May 1986
+ COURT OF ASSIZES OF ELVA
+ THE PROSECUTOR
+ - against -
+ TOMAS OKAFOR, a/k/a “The Pilot”,
+ LUCIA “Lu” FERRAN and
+ ANNA KROG
+ INDICTMENT
+ A. The defendants
+ Tomas Okafor was born in Elva and brought ships through the northern channel for eleven years.
+ Signed: Helen Marsh
+ Clerk of the court
+ Elva
""",
        Record(title="COURT OF ASSIZES OF ELVA", date="1986-05-03"),
    ),
    "the caption of a court's paper on a web page": Page(
        """
- Skip to content
- Home
- Dockets
+ TOMAS OKAFOR, a/k/a “The Pilot”,
+ LUCIA FERRAN alias Lu
+ v.
+ Tomas Okafor was born in Elva and brought ships through the northern channel for eleven years.
+ Clerk of the court
""",
    ),
    "minutes that begin and end with names": Page(
        """
+ Board of the yacht club
+ Present:
+ Anna Krog, chair
+ Wei Zhang
+ Absent:
+ Wei Zhang’s brother
+ Decisions:
+ 1. Sell the Petrel
+ The meeting ended at noon after a quarrel about the price of the boat, which nobody wanted to name.
+ Anna Krog, chair
+ Wei Zhang
""",
        Record(title="Board of the yacht club"),
    ),
    "a Russian page": Page(
        """
- Главная
- Новости
- В порту третий день стоит туман
+ 7 мая 2019
+ Порт третий день закрыт из-за густого тумана, и около четырёхсот пассажиров ждут парома в гостиницах города.
+ Когда погода улучшится, в управлении порта сказать не могут.
- Источник: Вестник гавани
- Читайте также
- Пять советов путешественнику
""",
        Record(title="В порту третий день стоит туман", date="2019-05-07", publisher="Вестник гавани"),
    ),
    "a Chinese page": Page(
        """
- 首页
- 新闻
- 大雾笼罩港口渡轮停航
+ 大雾已经连续三天笼罩港口，约四百名旅客滞留在市内的酒店里等待渡轮恢复航行。
+ 港口管理局表示，目前还无法预测天气何时好转。
- 来源：海港日报
""",
        Record(title="大雾笼罩港口渡轮停航", publisher="海港日报"),
    ),
}


def draft(blocks: list[str], record: Record | None = None) -> Draft:
    return Draft(record or Record(), tuple(map(Block, blocks)))


def clear(drafts: Mapping[str, Draft]) -> dict[str, Draft]:
    outlines = [outline(one) for one in drafts.values()]
    places, counts = banners(
        np.concatenate([outline(Draft(Record(), ())), *outlines]), np.array([len(one) for one in outlines], np.int64)
    )
    found = np.split(places, np.cumsum(counts))[: len(drafts)]
    return {file: clear_one(one, left.tolist()) for (file, one), left in zip(drafts.items(), found, strict=True)}


def texts(draft: Draft) -> list[str]:
    return [block.text for block in draft.blocks]


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_pages(page: Page) -> None:
    cleared = clear({"a.txt": draft(page.blocks, page.given)})["a.txt"]
    assert texts(cleared) == page.kept
    assert cleared.record == page.record


COOKIES = "We and our partners use cookies to give you the best experience, and by staying here you agree to their use."
APPEAL = "Journalism like this is paid for by its readers. Take out a subscription today and help us go on."
STORIES = {
    "north.txt": "The northern pier has sunk by a hand since it was measured last, the engineers told the council.",
    "south.txt": "A school of porpoises spent the afternoon in the southern basin and delighted the children.",
    "east.txt": "Nobody was hurt when a crane came down on the eastern quay late on Thursday, the police reported.",
    "west.txt": "The western ferry has found a buyer at last, though its owner will not say who it is.",
}


def test_what_stands_in_several_documents_is_furniture() -> None:
    pages = {
        file: draft([COOKIES, "Harbour Gazette Online", "Weather", story, APPEAL, f"The rest of it came from {file}."])
        for file, story in STORIES.items()
    }
    cleared = clear(pages)
    assert {file: texts(page) for file, page in cleared.items()} == {
        file: [story, f"The rest of it came from {file}."] for file, story in STORIES.items()
    }


def test_what_stands_in_two_documents_may_be_a_quotation() -> None:
    pages = {file: draft([story, APPEAL]) for file, story in list(STORIES.items())[:2]}
    assert {file: texts(page) for file, page in clear(pages).items()} == {
        file: [story, APPEAL] for file, story in list(STORIES.items())[:2]
    }


def test_copies_of_one_article_keep_their_paragraphs() -> None:
    article = [*STORIES.values(), APPEAL]
    added = {
        "agency.txt": "The harbour is watched by our correspondent, who lives above the fish market with two cats.",
        "daily.txt": "In other news, the fair opens on Saturday and closes on Sunday, as it has done for a century.",
        "evening.txt": "Our readers remember the crane of 1962, which came down on a Thursday as well.",
        "weekly.txt": "This week's tide tables are on page four, beside the crossword and the recipe for eel pie.",
    }
    # Each paper puts something in front, and most cut a paragraph.
    pages = {
        file: draft([text, *article[:place], *article[place + 1 :]]) for place, (file, text) in enumerate(added.items())
    }
    for file, page in clear(pages).items():
        assert texts(page) == texts(pages[file])


def test_a_banner_on_copies_and_others_goes() -> None:
    article = list(STORIES.values())
    pages = {f"copy{number}.txt": draft([*article, APPEAL]) for number in range(3)}
    pages["fair.txt"] = draft(
        ["The fair opens on Saturday and closes on Sunday, as it has done for a century.", APPEAL]
    )
    pages["eel.txt"] = draft(
        ["The recipe for eel pie that we printed last week left out the eel, for which we are sorry.", APPEAL]
    )
    cleared = clear(pages)
    assert all(APPEAL not in texts(page) for page in cleared.values())
    assert all(texts(cleared[f"copy{number}.txt"]) == article for number in range(3))


def test_a_long_passage_in_several_documents_is_a_statement() -> None:
    statement = " ".join(
        ["The council regrets that the bridge was closed without notice to those who live beyond it."] * 5
    )
    pages = {file: draft([story, story.replace("the", "that"), statement]) for file, story in STORIES.items()}
    assert all(statement in texts(page) for page in clear(pages).values())


def test_answers_speakers_and_headings_recur_in_any_document() -> None:
    pages = {
        file: draft(
            [
                f"What do you say of this: {story}",
                "Yes.",
                "SOLHEIM",
                story,
                "Aftermath",
                f"I can only say again what I said: {story}",
            ]
        )
        for file, story in STORIES.items()
    }
    for file, page in clear(pages).items():
        assert texts(page) == texts(pages[file])


def test_headers_dates_and_acronyms_may_be_those_of_other_documents_too() -> None:
    lines = ["To: The Director", "3 May 2019", "Joint Canal Commission (JCC)"]
    pages = {file: draft([*lines, story]) for file, story in STORIES.items()}
    assert {file: texts(page) for file, page in clear(pages).items()} == {
        file: [*lines, story] for file, story in STORIES.items()
    }


def test_lists_lose_nothing_to_one_another() -> None:
    rows = {f"{number}.txt": ["Captain", "Mate", f"Person {number}"] for number in range(5)}
    cleared = clear({file: draft(blocks) for file, blocks in rows.items()})
    assert {file: texts(page) for file, page in cleared.items()} == rows


def test_documents_that_overlap_are_not_emptied() -> None:
    sentences = [f"On day {day} fog lay over the {place} and nobody went out." for day in range(12) for place in "ab"]
    pages = {f"{first}.txt": draft(sentences[first : first + 3]) for first in range(len(sentences) - 2)}
    cleared = clear(pages)
    assert all(page.blocks for page in cleared.values())
    assert {sentence for page in cleared.values() for sentence in texts(page)} == set(sentences)


def test_marked_blocks_are_always_kept() -> None:
    story = next(iter(STORIES.values()))
    marked = [Block(text, marked=True) for text in ("Menu", "Menu", COOKIES)]
    blocks = (*marked, Block(story), Block("Share", marked=True))
    pages = {f"{number}.md": Draft(Record(), (*blocks, Block(other))) for number, other in enumerate(STORIES.values())}
    for page in clear(pages).values():
        assert set(blocks) <= set(page.blocks)
        assert texts(page)[:3] == ["Menu", "Menu", COOKIES]


def test_problems_pages_and_given_records_are_passed_on() -> None:
    given = Draft(Record(reliability="B2", collection="port"), (Block(COOKIES, page=3),), "a problem")
    assert clear({"a.txt": given}) == {"a.txt": given}
    assert clear({}) == {}
    assert clear({"a.txt": Draft(Record(), ())}) == {"a.txt": Draft(Record(), ())}


ACRONYMS = [
    ("IMO – International Maritime Organization", True),
    ("International Maritime Organization (IMO)", True),
    ("IMO: International Maritime Organization", True),
    ("IMO (International Maritime Organization)", True),
    ("United Nations High Commissioner for Refugees (UNHCR)", True),
    ("Organisation du traité de l’Atlantique nord – OTAN", True),
    ("FSB - Федеральная служба безопасности", False),
    ("ФСБ – Федеральная служба безопасности", True),
    ("Ingrid Solheim (Bergen)", False),
    ("North pier – south pier", False),
    ("IMO", False),
    ("USA Today – Travel", False),
    ("BBC News – Home", False),
]


@pytest.mark.parametrize(("line", "spelt"), ACRONYMS)
def test_acronyms_spelt_out_are_kept_once(line: str, spelt: bool) -> None:
    story = next(iter(STORIES.values()))
    cleared = clear({"a.txt": draft(["Sinking of the northern pier", line, line, "Weather", "Sport", story])})
    assert texts(cleared["a.txt"]) == ([line, story] if spelt else [story])


DATES = [
    ("2019-05-07", "2019-05-07"),
    ("7 May 2019", "2019-05-07"),
    ("May 7, 2019", "2019-05-07"),
    ("Tuesday, May 7th, 2019, 10:32 a.m. EST", "2019-05-07"),
    ("Published: 7 May 2019 at 10:32 GMT", "2019-05-07"),
    ("Posted on 2019-05-07T10:32:00Z", "2019-05-07"),
    ("07.05.2019", "2019-05-07"),
    ("7 de mayo de 2019", "2019-05-07"),
    ("mardi 7 mai 2019", "2019-05-07"),
    ("7. Mai 2019", "2019-05-07"),
    ("٧ مايو ٢٠١٩", "2019-05-07"),
    ("May 2019", "2019-05"),
    ("31 February 2019", None),
    ("07/05/2019", None),
    ("99.99.9999", None),
    ("May 2019 was a warm month", None),
]


@pytest.mark.parametrize(("line", "date"), DATES)
def test_a_line_that_is_a_date_dates_the_document_and_stays(line: str, date: str | None) -> None:
    story = next(iter(STORIES.values()))
    cleared = clear({"a.txt": draft(["Sinking of the northern pier", line, story])})["a.txt"]
    assert cleared.record.date == date
    assert texts(cleared) == ["Sinking of the northern pier", line, story]


SAID = [
    ("Source: Harbour Gazette", Record(publisher="Harbour Gazette")),
    ("Source » harbourgazette", Record(publisher="harbourgazette")),
    ("Via | Gulf Newswire", Record(publisher="Gulf Newswire")),
    ("Published by – Island Media", Record(publisher="Island Media")),
    ("From: The Evening Tide", Record(publisher="The Evening Tide")),
    ("Publisher > Tide Press.", Record(publisher="Tide Press")),
    ("SOURCE: HARBOUR GAZETTE", Record(publisher="HARBOUR GAZETTE")),
    ("Source: https://gazette.example/fog", Record(url="https://gazette.example/fog")),
    ("By Ada Quay", Record(author="Ada Quay")),
    ("By ADA QUAY and Jean de la Tour, Staff Writers", Record(author="ADA QUAY and Jean de la Tour")),
    ("Written by: Ada Quay | Photos: Bo Lee", Record(author="Ada Quay")),
    ("بقلم سارة خوري", Record(author="سارة خوري")),
]


@pytest.mark.parametrize(("line", "record"), SAID)
@pytest.mark.parametrize("before", [True, False])
def test_lines_about_the_document_go_into_its_record(line: str, record: Record, before: bool) -> None:
    story = next(iter(STORIES.values()))
    blocks = [line, story] if before else [story, line]
    cleared = clear({"a.txt": draft([*blocks, "Read more"])})["a.txt"]
    assert cleared == Draft(record, (Block(story),))
    if weight_of(measured(Block(line))) < ENOUGH:
        assert clear({"a.txt": draft(blocks)})["a.txt"] == Draft(record, tuple(map(Block, blocks)))


@pytest.mark.parametrize(
    "line",
    ["Source material is scarce here", "By early morning the fog had gone", "From here to there", "Viaduct | closed"],
)
def test_other_lines_say_nothing_about_the_document(line: str) -> None:
    story = next(iter(STORIES.values()))
    record = clear({"a.txt": draft([story, line])})["a.txt"].record
    assert (record.publisher, record.author) == (None, None)


words = st.sampled_from("the The pier sank Menu IMO 12 by a: © … . and Share, fog!".split())
lines = st.lists(words, min_size=1, max_size=24).map(" ".join) | st.text(min_size=1).map(
    lambda text: " ".join(text.split()) or "x"
)
drafts = st.builds(
    Draft,
    st.builds(Record, title=st.none() | lines),
    st.lists(st.builds(Block, lines, st.booleans()), max_size=12).map(tuple),
)


@settings(deadline=None)
@given(st.dictionaries(st.text(), drafts, max_size=6))
def test_blocks_are_only_left_out(pages: dict[str, Draft]) -> None:
    cleared = clear(pages)
    assert list(cleared) == list(pages)
    for file, page in pages.items():
        rest = iter(page.blocks)
        assert all(block in rest for block in cleared[file].blocks)
        assert [block for block in cleared[file].blocks if block.marked] == [
            block for block in page.blocks if block.marked
        ]
        assert page.record.title in (None, cleared[file].record.title)


@settings(deadline=None)
@given(st.dictionaries(st.text(), drafts, max_size=6))
def test_what_is_no_web_page_is_kept_whole(pages: dict[str, Draft]) -> None:
    for file, page in clear(pages).items():
        if not is_web_page(list(map(measured, pages[file].blocks))):
            assert page.blocks == pages[file].blocks


def test_what_three_indictments_share_is_kept() -> None:
    charge = "The defendants did knowingly and with others conspire to defraud the harbour of its dues."
    pages = {
        file: draft(["COURT OF ASSIZES", "THE PROSECUTOR", f"against No. {at}", story, charge, "Clerk of the court"])
        for at, (file, story) in enumerate(STORIES.items())
    }
    assert {file: texts(page) for file, page in clear(pages).items()} == {
        file: texts(page) for file, page in pages.items()
    }


@pytest.mark.parametrize(
    ("lines", "web"),
    [
        (["Read more »"], True),
        (["Share"], True),
        (["© 2020 Island Media Ltd."], True),
        (["Source » gazette"], True),
        (["News", "Sport"], True),
        (["News"], False),
        (["Harbour master", "Harbour master", "The pier", "The pier"], True),
        (["Harbour master", "Harbour master"], False),
        (["No.", "No.", "Yes.", "Yes."], False),
        (["He shared the news on sport with his subscribers and went home."], False),
        (["We use cookies, and by staying you agree to it."], True),
        (["Present:", "Anna Krog, chair", "Wei Zhang", "Wei Zhang, again"], False),
    ],
)
def test_signs_of_web_pages(lines: list[str], web: bool) -> None:
    assert is_web_page([measured(Block(line)) for line in lines]) == web


@pytest.mark.skipif(not DUMPS, reason="there are no raw dumps in ../shared/seed; FOOTNOTE_SHARED names another place")
@pytest.mark.parametrize("path", DUMPS, ids=lambda path: path.name)
def test_a_raw_dump(path: Path) -> None:
    dirty = text.read(path.read_bytes())
    page = clear({path.name: dirty})[path.name]
    lines = texts(dirty)
    paragraphs = [line for line in lines if len(line.split()) > 20]
    captions = [line for line, times in Counter(lines).items() if times > 1 and " – " in line]
    assert texts(page) == captions + paragraphs
    assert page.record.title == lines[0]
    assert page.record.publisher == next(line.split()[-1] for line in lines if "»" in line)
