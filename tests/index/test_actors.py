"""Actors: found in one text, brought together over several, looked up."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.actors.actor import Actor
from index.actors.finder import find
from index.actors.registry import Actors
from index.actors.said import SaidError, parse_said
from index.actors.spelling import sound
from index.document import Document
from index.names import likeness
from index.readers.draft import Block
from index.record import Record
from index.sources import Sources
from tests.quality.test_names import DIFFERENT, SAME

FOUND = [
    # What binds a name, and what is no part of it.
    ("They met Qais al-Khazali and Osama bin Laden.", "Qais al-Khazali|Osama bin Laden"),
    ("He joined the Ministry of Health and Welfare.", "Ministry of Health and Welfare"),
    ("Foreign Minister Hoshyar Zebari met Gen. David Petraeus.", "Hoshyar Zebari|David Petraeus"),
    ("The book by J. R. Smith praised George W. Bush.", "J. R. Smith|George W. Bush"),
    ("Despite Khazali's doubts, Sadr's men fought in Najaf.", "Khazali|Sadr|Najaf"),
    ("A US-led force of Farsi-speaking Iranians arrived.", ""),
    ("Iraqi soldiers of the Iraqi Army fought in May.", "Iraqi Army"),
    ("He led Unit 2800 and the 17th Division.", "Unit 2800|17th Division"),
    ("It was the IRGC-Qods Force.", "IRGC|Qods Force"),
    ("Meanwhile, nothing happened. Instead he left.", ""),
    ("The Gulf War and the Treaty of Westphalia ended.", "Westphalia"),
    ("Osman Kaya meets Prince William, says Reuters", "Osman Kaya|Prince William|Reuters"),
    ("MINING MAGNATE ORTEGA FREED ON BAIL", "ORTEGA"),
    ("Police Raid Offices of Odebrecht in Lima", "Odebrecht|Lima"),
    ("Bruno Langa | Managing Director | Txopela Investments", "Bruno Langa|Txopela Investments"),
    ("National Bank of Serbia | Deputy governor | Radovan Pešić", "National Bank of Serbia|Radovan Pešić"),
    ("See Exhibit 5 and flight TK 002 to Lima.", "Lima"),
    ("He is known as “The Baker” and lives in Lima.", "The Baker|Lima"),
    ("Walter Pruitt Jr. and Hendrik Jan de Witte met Al Gore.", "Walter Pruitt Jr.|Hendrik Jan de Witte|Al Gore"),
    ("Die Brandermittlerin Helga Weiss kam im März.", "Helga Weiss"),
    ("OSLO, 3 May 2011 (Agencia Sur/AP) - Jan Vos left.", "OSLO|Agencia Sur|AP|Jan Vos"),
    ("TODO: ask Jan Vos.", "Jan Vos"),
    ("They paid Orlan Metals Ltd, which denied it.", "Orlan Metals Ltd"),
    ("JB: When did Jan Vos leave?\nAH: In May.\nJB: And then?\nAH: He came back.", "Jan Vos"),
    # Foreign words, as far as an acronym tells that they are a name, and then wherever the name stands.
    (
        "The Front patriotique pour l'intégration (FPI) left. Nobody misses the Front patriotique pour l'intégration.",
        "Front patriotique pour l'intégration|FPI|Front patriotique pour l'intégration",
    ),
    ("He joined the Frente Popular para la Liberación (FPL).", "Frente Popular para la Liberación|FPL"),
    ("THE KURDISTAN REGIONAL GOVERNMENT (KRG) DENIED IT.", "KURDISTAN REGIONAL GOVERNMENT|KRG"),
    ("He feared Weapons of mass destruction (WMD).", ""),
    ("Crown Prince Mohammed bin Salman (MBS) left.", "Mohammed bin Salman|MBS"),
    # What counts a line is no initial.
    ("A. Command\nThe men left.\nB. Collapse\nThe men stayed.", ""),
    ("C. Wright left.\nThe men stayed.", "C. Wright"),
    # Letters, e-mails and lists.
    ("Dear Yusra,\n\nIt is done.\n\nBest,\nHakobyan", "Yusra|Hakobyan"),
    ("Dear Shareholders,\n\nIt is done.\n\nBest,\nDavid Orr", "David Orr"),
    ("To: Dana Whitcombe <d.whitcombe@norbridge.example>\nDana Whitcombe left.", "Dana Whitcombe|Dana Whitcombe"),
    ("No. | Name | Rank\n1 | KOVACHEV, Stoyan Iliev | Colonel", "KOVACHEV, Stoyan Iliev"),
    ("They live in Paris, Texas", "Paris|Texas"),
    ("In the team were Osei; Moss; Silva, Kane.", "Osei|Moss|Silva|Kane"),
    ("Jae-won Seo would replace him as Commander-in-Chief.", "Jae-won Seo"),
    ("He lives at London EC2V 7NN and paid US$12 million.", "London"),
    ("In 2013, Meridian Copper plc sold it.", "Meridian Copper plc"),
    ("In May Hezbollah denied it; since April Omar Zahir was away.", "Hezbollah|Omar Zahir"),
    ("In May Jan Eliasson met June Carter.", "Jan Eliasson|June Carter"),
    # Capitals that tell otherwise.
    ("IN THE HIGH COURT OF JUSTICE", "HIGH COURT OF JUSTICE"),
    ("THE TURKISH GENERAL STAFF HAD LOST PATIENCE.", "TURKISH GENERAL STAFF"),
    ("He had COMMENT and SUMMARY of it.", ""),
    ("TAGS: PREL, PTER, TU\nSUBJECT: MASSOUD BARZANI", "MASSOUD BARZANI"),
    ("After that, Abu Muslim named him.", "Abu Muslim"),
    ("THE STATE BORDER SERVICE DENIES IT.", "STATE BORDER SERVICE"),
    ("HE STUDIED LAW AT QARSHI STATE UNIVERSITY AND LEFT.", "QARSHI STATE UNIVERSITY"),
    ("THE MINISTRY OF FOREIGN AFFAIRS HEARD IT ON RADIO SAWA.", "MINISTRY OF FOREIGN AFFAIRS|RADIO SAWA"),
    ("(1) ORLAN GULF BUNKERING LLC\n(2) OMAR NASSER", "ORLAN GULF BUNKERING LLC|OMAR NASSER"),
    # Ships and undertakings are no actors, wherever the text names them again.
    ("Her steamers, the Adelina and the Rosalva, sank. The Rosalva was old.", ""),
    ("The tanker Solmar left. Jan Vos sold the Solmar.", "Jan Vos"),
    # A body by its head alone.
    (
        "The Directorate of Coastal Waters wrote. Jan Vos thanked the Directorate.",
        "Directorate of Coastal Waters|Jan Vos|Directorate",
    ),
    ("The Bank of Osk and the Bank of Lun wrote. He thanked the Bank.", "Bank of Osk|Bank of Lun"),
    ("The third (“the Bank”) paid the Central Bank of Osk. He thanked the Bank.", "Central Bank of Osk"),
    ("The Anti-Slavery Society met in Porto-Novo on Sundays.", "Anti-Slavery Society|Porto-Novo"),
    ("Prepared by Clémence Adjovi", "Clémence Adjovi"),
    ("Café owners fled. Élite troops came.", ""),
    ("They say the MV Stella Maris sailed past Exhibit JEP1.", ""),
    (
        "Write to me care of Thomas Cook. Love to Aunt Constance and to the Frobishers.",
        "Thomas Cook|Aunt Constance|Frobishers",
    ),
    ("US Secretary of State John Kerry met Brigadier-General Manaf Tlas.", "US|John Kerry|Manaf Tlas"),
    ("Pro-Morsi and anti-Morsi crowds met John Boozman (R-Ark).", "Morsi|Morsi|John Boozman"),
    ("THE UNDERSCORED AND PALLIATIVE WEAPONS OF CHARLES DE GAULLE WERE FIRST-CLASS.", "CHARLES DE GAULLE"),
    (
        "Date | Vessel | From | Consignee\n12.03.2018 | Cosco Yantian | Tauro | Alba Fresca",
        "Tauro|Alba Fresca",
    ),
    ("Compiled by the Adriatic Research Collective, Vienna", "Adriatic Research Collective|Vienna"),
    ("Marku, Gjon: former officer of the Albanian State Police.", "Marku, Gjon|Albanian State Police"),
    ("He met Norhayati binti Osman and Tom von Prince.", "Norhayati binti Osman|Tom von Prince"),
    ("Two Dusun men sold Paphiopedilum rothschildianum in Sabah.", "Sabah"),
    # Other languages.
    ("Selon Le Monde, l'avocat de Nicolas Sarkozy est à Paris.", "Le Monde|Nicolas Sarkozy|Paris"),
    ("« Je n'ai pas rencontré M. Balladur », a dit le témoin.", "Balladur"),
    ("El Servicio de Inteligencia detuvo a Juan Pérez en Bogotá.", "Servicio de Inteligencia|Juan Pérez|Bogotá"),
    ("Gegen den Geschäftsführer Uwe von der Heydt wird in der Sache ermittelt.", "Uwe von der Heydt"),
    (
        "Die Staatsanwaltschaft Kiel und der Bundesnachrichtendienst schweigen.",
        "Staatsanwaltschaft Kiel|Bundesnachrichtendienst",
    ),
    ("Об этом сообщил адвокат. Президент Владимир Путин молчал в Москве.", "Владимир Путин|Москве"),
    # Arabic letters: what is well known, what a title or a given name begins.
    ("وقال قيس الخزعلي، الأمين العام لعصائب أهل الحق، إنه وافق.", "قيس الخزعلي|عصائب أهل الحق"),
    ("حضر اللقاء العقيد ستيف وارن. وأضاف وارن أن حزب الله في سامراء.", "ستيف وارن|وارن|حزب الله|سامراء"),
    ("قال المتحدث باسم التحالف إن يوم الثلاثاء كان جديدا.", ""),
    ("", ""),
    ("…", ""),
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text[:40] for text, _ in FOUND])
def test_names_in_a_sentence(text: str, expected: str) -> None:
    assert "|".join(one.text for one in find(text)) == expected


TYPED = [
    ("The cleric Muqtada al-Sadr spoke.", "person"),
    ("They are members of the Badr Organization.", "organisation"),
    ("A village near Tal Afar was hit.", "place"),
    ("Zorblax, a militia of the south, was founded.", "organisation"),
    ("Zorblax, a commander of the south, was killed.", "person"),
    ("They fled to the city of Zorblax.", "place"),
    ("ZORBLAX, 28 June 2019 (Reuters) - Three men left.", "place"),
    ("Zorblax, 28, left.", "person"),
    ("He read it in the Zorblax Ledger.", "organisation"),
    ("They met at Porto Vecchio on Friday.", "place"),
    ("S.O. paid for it.", "person"),
    ("President Zorblax fled.", "person"),
    ("Al Safwa Jewellers LLC sold it.", "organisation"),
    ("According to Zorblax, nobody came.", "person"),
    ("They burned the market at Zorblax.", "place"),
    ("They visited Zorblax in May.", "place"),
    ("The Zorblax government fell.", "person"),
    ("The Zorblax hospital was hit.", "organisation"),
    ("They hid in the Zorblax forest.", "place"),
    ("They paid Zorblax Lines for it.", "organisation"),
    ("Port | Name\nZorblax | Jan Vos", "place"),
    ("Employer | Name\nZorblax | Jan Vos", "organisation"),
    ("PT Zorblax Nusantara sold it.", "organisation"),
    ("They attacked a Zorblax stronghold.", "person"),
    ("They met at Zorblax's, as always.", "person"),
    # What it is said to be, to do and to have.
    ("Zorblax is a company in Oslo.", "organisation"),
    ("A tributary that he named Zorblax is dry.", "place"),
    ("The boats passed the rapids of Zorblax.", "place"),
    ("An engineer with Zorblax wrote it.", "organisation"),
    ("She runs Zorblax.", "organisation"),
    ("It was printed by Zorblax in May.", "organisation"),
    ("Yesterday Zorblax residents fled.", "place"),
    ("They met Zorblax's shareholders.", "organisation"),
    ("He was seen in May at Zorblax, where he was born.", "place"),
    ("They were sent to Zorblax.", "place"),
    ("They spoke of Zorblax and his brother.", "person"),
    ("They owe it to Zorblax, the importer's brother.", "person"),
    ("Later Zorblax said it would leave.", "organisation"),
    ("The songs were sung by Zorblax in May.", "person"),
    ("They wrote to the king of Zorblax.", "place"),
    ("They wrote about Zorblax (born 1960) in May.", "person"),
    # How it is made.
    ("She had a loan from Zorbank.", "organisation"),
    ("She wrote to ZorBlax about it.", "organisation"),
    ("He wrote about McZorblax in May.", "person"),
    ("Radio Zorblax said so.", "organisation"),
    ("Cerro Zorblax is high.", "place"),
    # What a longer name of the same text says.
    ("Zorblax paid. They like Zorblax Haulage.", "organisation"),
    ("Zorblax Fell wrote. They like Mirte Zorblax Fell.", "person"),
]


@pytest.mark.parametrize(("text", "kind"), TYPED, ids=[text for text, _ in TYPED])
def test_kind_of_a_name(text: str, kind: str) -> None:
    assert find(text)[0].kind == kind


ALIASES = [
    ("Abdul Reza Shahlai, alias Hajj Yusif, left.", "Hajj Yusif", "Abdul Reza Shahlai"),
    ("‘Sayid Sadiq,’ whose real name is Yusuf Hashim, left.", "Sayid Sadiq", "Yusuf Hashim"),
    (
        "Known to Khazali as ‘Hajj Yusif,’ the Qods Force officer is Abdul Reza Shahlai.",
        "Hajj Yusif",
        "Abdul Reza Shahlai",
    ),
    ("Khazali knew Abdul Reza Shahlai by the name Hajj Yusif.", "Hajj Yusif", "Abdul Reza Shahlai"),
    ("The Islamic Revolutionary Guards Corps (IRGC) denied it.", "IRGC", "Islamic Revolutionary Guards Corps"),
    ("1. Davor Ilic was born in Lima. His men called him “The Cook” for it.", "The Cook", "Davor Ilic"),
    ("1. Davor Ilic met Omar Zahir. His men called him “The Cook” for it.", "The Cook", "The Cook"),
    ("Hendrik Vos left. Later Vos, using the name “Captain Bo,” came back.", "Captain Bo", "Hendrik Vos"),
    ("IRGC – Islamic Revolutionary Guard Corps", "IRGC", "Islamic Revolutionary Guard Corps"),
    ("Qais al-Khazali left. Later Khazali came back.", "Khazali", "Qais al-Khazali"),
    ("Ali Hassan and Omar Hassan left. Later Hassan came back.", "Hassan", "Hassan"),
    ("He runs Blue Marlin Holdings. Later Blue Marlin denied it.", "Blue Marlin", "Blue Marlin Holdings"),
    ("They left Arlit. Later the Arlit Hospital was hit.", "Arlit", "Arlit"),
    ("Aina Rakoto met Sidi Rakoto, alias “the Fox”.", "Fox", "Sidi Rakoto"),
    ("Ali Qorbani left. Qorbani came, Qorbani saw, Qorbani won; Qorbnai lost.", "Qorbnai", "Ali Qorbani"),
    ("Kataib Hezbollah fought beside Hezbollah.", "Hezbollah", "Hezbollah"),
    ("Grace Addo-Mensah (GAM) left, and GAM came back.", "GAM", "Grace Addo-Mensah"),
    ("Quek Boon Huat left. They like Uncle Quek.", "Uncle Quek", "Quek Boon Huat"),
    ("They hit a building in Gaza known as the Italian Tower.", "Gaza", "Gaza"),
    ("Abdul Reza Shahlai is known as Hajj Yusif.", "Hajj Yusif", "Abdul Reza Shahlai"),
    ("Davor Ilic, who goes by the name Stari, left.", "Stari", "Davor Ilic"),
    ("Davor Ilic, known as Commander Zero-Eight, left. Later Zero-Eight fled.", "Zero-Eight", "Davor Ilic"),
    ("Davor Ilic, known to his men as the Surveyor, left. They saw the Surveyor.", "Surveyor", "Davor Ilic"),
    ("It was led by Davor Ilic, a pilot whom his men called the Surveyor.", "Surveyor", "Davor Ilic"),
    ("Red Falcon is in fact Davor Ilic.", "Falcon", "Davor Ilic"),
    # A firm and its owner, where the text defines what it calls whom.
    ("Osk & Sons (“Osk”) sued. Mr Osk is old. Jan Osk left. Later Osk paid Lima.", "Osk", "Osk & Sons|Jan Osk"),
    ("Jan Osk runs Osk & Sons. Later Osk paid Lima.", "Osk", "Jan Osk"),
    # What stands inside one full name and in no other, but for given names and for fathers.
    ("Mercedes Undurraga de Lyon left. Later Undurraga fled.", "Undurraga", "Mercedes Undurraga de Lyon"),
    ("Luis de la Cruz Montero left. They saw De la Cruz.", "De la Cruz", "Luis de la Cruz Montero"),
    ("Floribert Lokana Adjubu left. They saw F. Lokana.", "F. Lokana", "Floribert Lokana Adjubu"),
    ("Walter Pruitt Jr. left. Later Pruitt fled.", "Pruitt", "Walter Pruitt Jr."),
    ("Terence Ashdown left. Later T. W. Ashdown fled.", "Terence Ashdown", "T. W. Ashdown"),
    ("Farrukh bin Yamin Saidov met his father. Yamin Saidov left.", "Yamin Saidov", "Yamin Saidov"),
    ("Rosa Lokana Diaz met Eva Lokana Ruiz. Later Lokana fled.", "Lokana", "Lokana"),
    ("KOVACHEV, Stoyan | Colonel\nStoyan Kovachev left.", "KOVACHEV, Stoyan", "Stoyan Kovachev"),
    ("The Front patriotique pour l'intégration (FPI) left.", "FPI", "Front patriotique pour l'intégration"),
]


@pytest.mark.parametrize(("text", "alias", "name"), ALIASES, ids=[text[:50] for text, _, _ in ALIASES])
def test_names_that_a_text_makes_one(text: str, alias: str, name: str) -> None:
    assert {one.name for one in find(text) if one.text == alias} == set(name.split("|"))


def test_a_name_that_sounds_the_same_is_certain_and_a_similar_one_is_not() -> None:
    def certain(line: str) -> bool:
        a, b = line.split(" | ")
        return bool(sound(a)) and sound(a) == sound(b) and likeness(a, b).same >= 0.9

    assert sum(map(certain, SAME.strip().splitlines())) >= 34
    assert not any(map(certain, DIFFERENT.strip().splitlines()))


def sources(**texts: str) -> Sources:
    return Sources.of(
        [
            Document.of_blocks(id, f"{id}.txt", Record(), map(Block, text.split("\n")), None)
            for id, text in texts.items()
        ]
    )


def test_one_name_in_five_spellings_and_three_scripts_is_one_actor() -> None:
    spellings = ("Qais al-Khazali", "Qays al-Khazali", "Kais Khazali", "Кайс аль-Хазали", "قيس الخزعلي")
    actors = Actors.of(sources(**{f"d{at}": f"They met {name} (leader)." for at, name in enumerate(spellings[:4])}))
    assert len(actors.all) == 1
    for name in spellings:
        assert actors.find(name) == actors.all[0]


def test_two_men_of_one_name_are_told_apart_by_hand() -> None:
    said = parse_said(
        '[[actor]]\nname = "Ali Hassan (footballer)"\nnames = ["Ali Hassan"]\ndocuments = ["b"]\n', "actors.toml"
    )
    given = sources(a="The minister Ali Hassan resigned.", b="Ali Hassan scored twice. Hassan was cheered.")
    assert [actor.mentions for actor in Actors.of(given).all] == [3]
    actors = Actors.of(given, said)
    assert {actor.name: actor.mentions for actor in actors.all} == {"Ali Hassan (footballer)": 2, "Ali Hassan": 1}


ONE_NAME = [
    ("The firm Orlan Dredging was sold.", "Orlan Dredging met Omar Zahir.", "Orlan Dredging (organisation)"),
    ("They left the port of Morava.", "Morava arrived late.", "Morava (place)"),
    ("Marija Kovač left.", "A village called Marija Kovač was hit.", "Marija Kovač (person)"),
]


@pytest.mark.parametrize(("one", "other", "expected"), ONE_NAME, ids=[expected for _, _, expected in ONE_NAME])
def test_one_name_of_two_kinds_is_one_actor(one: str, other: str, expected: str) -> None:
    actors = Actors.of(sources(a=one, b=other))
    name, _, kind = expected.removesuffix(")").partition(" (")
    found = actors.find(name)
    assert found is not None
    assert (found.name, found.kind, found.mentions) == (name, kind, 2)
    assert actors.find(expected) == actors.find(found.id) == found


def test_a_town_is_not_the_man_of_its_name() -> None:
    actors = Actors.of(
        sources(a="George Washington left.", b="President Washington met him.", c="He flew to Washington.")
    )
    assert {one.kind: actors.find(f"Washington ({one.kind})") for one in actors.called("Washington")} == {
        one.kind: one for one in actors.all if one.name == "Washington"
    }
    assert {one.kind for one in actors.called("Washington")} == {"person", "place"}
    assert actors.find("Washington") is None


def test_a_company_is_one_with_its_legal_form_unless_there_are_two() -> None:
    told = {"a": "Orlan Dredging Ltd paid.", "b": "They sued Orlan Dredging in May."}
    assert len(Actors.of(sources(**told)).all) == 1
    assert len(Actors.of(sources(**told, c="They sued Orlan Dredging GmbH in May.")).all) == 3


def test_two_names_that_sound_alike_in_one_document_are_two_men() -> None:
    crew = "Mohammed al-Jabri, cook, born 1980.\nMuhammad Al Jabry, deckhand, born 1992."
    assert len(Actors.of(sources(a=crew)).all) == 2
    assert len(Actors.of(sources(a=crew, b="They met Mohamed Jabri.")).all) == 3
    assert len(Actors.of(sources(a="They met Mohammed al-Jabri.", b="They met Muhammad Al Jabry.")).all) == 1
    stated = "Mohammed al-Jabri, also known as Muhammad Al Jabry, left."
    assert len(Actors.of(sources(a=stated, b="They met Muhammad Al Jabry.")).all) == 1


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("He is known as “Commander Zero-Eight”.", "They saw Zero-Eight in Osk.", True),
        ("Davor Ilic, alias “Commander Zero-Eight”, left.", "They saw Zero-Eight in Osk.", True),
        ("Sheikh Abu Talha spoke.", "Abu Talha fled.", True),
        # Of one word anybody may be meant; of two men either may be.
        ("Mullah Omar spoke.", "They saw Omar in Osk.", False),
        ("Sheikh Abu Talha met Hajj Abu Talha.", "Abu Talha fled.", False),
        ("The mother of Talha spoke to Umm Talha.", "Talha fled.", False),
    ],
)
def test_a_name_with_and_without_what_stands_before_it(one: str, other: str, *, together: bool) -> None:
    actors = Actors.of(sources(a=one, b=other))
    people = [actor for actor in actors.all if actor.kind == "person"]
    assert any({"a", "b"} <= set(actors.documents_of(actor)) for actor in people) is together


def test_an_alias_alone_is_an_open_question_until_the_company_it_keeps_tells() -> None:
    given = {
        "a": "Davor Ilic, alias “Zuko”, met Omar Zahir in Basra.",
        "b": "Yesterday Zuko was seen.",
        "c": "Yesterday Zuko was seen with Omar Zahir.",
    }
    actors = Actors.of(sources(**given))
    ilic = actors.find("Davor Ilic")
    assert ilic is not None
    assert [one.document for one in actors.mentions_of(ilic)] == ["a", "a", "c"]
    assert [one.document for one in actors.open_of(ilic)] == ["b"]


@pytest.mark.parametrize(
    "names", ["US|USA", "US|United States", "the United States of America|US", "EU|European Union"]
)
def test_what_everybody_calls_by_its_acronym_is_one(names: str) -> None:
    one, other = names.split("|")
    for some in (sources(a=f"They met in {one}.", b=f"They met in {other}."), sources(a=f"{one} and {other} agreed.")):
        actors = Actors.of(some)
        assert len(actors.all) == 1
        assert actors.find(one) == actors.find(other) == actors.all[0]


def test_a_lone_surname_is_an_open_question_until_the_company_it_keeps_tells() -> None:
    given = {
        "a": "Qais al-Khazali met Ali Moussa Daqduq in Basra.",
        "b": "Yesterday Khazali was seen with Omar Zahir.",
        "c": "Yesterday Khazali was seen with Ali Moussa Daqduq.",
    }
    actors = Actors.of(sources(**given))
    khazali = actors.find("Qais al-Khazali")
    assert khazali is not None
    assert [one.document for one in actors.mentions_of(khazali)] == ["a", "c"]
    assert [one.document for one in actors.open_of(khazali)] == ["b"]


def test_documents_that_may_not_be_seen_leave_nothing_behind() -> None:
    given = sources(a="Qais al-Khazali left.", b="Omar Zahir, alias Hajj Khazali, left.")
    actors = Actors.of(given, documents={"a"})
    assert [actor.name for actor in actors.all] == ["Qais al-Khazali"]
    assert actors.near("Omar Zahir") == []
    assert actors.mentions_in("b") == ()


def names(found: list[Actor]) -> list[str]:
    return [actor.name for actor in found]


def test_looking_up() -> None:
    actors = Actors.of(sources(a="Qais al-Khazali met Abdul Reza Shahlai of the Qods Force. Khazali left for Tehran."))
    assert names(actors.starting("kh", 5)) == ["Qais al-Khazali"]
    assert names(actors.starting("хаз", 5)) == ["Qais al-Khazali"]
    assert actors.starting("k", 5) == []
    assert names(actors.near("Abdolreza Shahlaei"))[:1] == ["Abdul Reza Shahlai"]
    asked = "did qais al-khazali meet the quds force?"
    assert [(asked[one.start : one.end], one.actor.name) for one in actors.named_in(asked)] == [
        ("qais al-khazali", "Qais al-Khazali"),
        ("quds force", "Qods Force"),
    ]
    assert names(actors.near("Khalazi")) == ["Qais al-Khazali"]
    assert actors.find("nobody at all") is None


def test_what_people_say_is_found_whatever_words_it_is_of() -> None:
    said = parse_said('[[actor]]\nname = "the courier"\nkind = "person"\nnames = ["الخزعلي"]\n', "actors.toml")
    actors = Actors.of(sources(a="Later the courier met Omar Zahir.", b="قال الخزعلي إنه سافر"), said)
    assert [(actor.name, actor.kind, actor.mentions) for actor in actors.all] == [
        ("the courier", "person", 2),
        ("Omar Zahir", "person", 1),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Abc " * 5000,
        " ".join(f"John A{chr(97 + at % 26)}{chr(97 + at // 26 % 26)}{chr(97 + at // 676)} met." for at in range(1000)),
        "A" * 50_000,
        "A." * 20_000,
        "“" * 20_000,
        'A B, a/k/a "C," ' * 2000,
        "Abc Def Ghi (ADG) " * 2000,
        "⟦7⟧ Abc, alias ⟦9⟧ Def " * 500,
        ("Word " * 15 + "\n") * 1000,
        "Abu " * 10_000,
        "".join(f"Ab{at} Corps Db{at} (AC{at % 9}D) a{at}@b{at} Uncle Zor{at} and Zor{at}. " for at in range(1000)),
        "Vex | Zor\n" + "".join(f"Zor{at} | Vex{at}\nTAGS: AB, CD\n" for at in range(1000)),
        "قال محمد العبادي إن علي " * 1000,
        "a" * 100_000 + "@ Best\n" * 5000,
    ],
    ids=range(14),
)
@pytest.mark.timeout(60)
def test_hostile_text(text: str) -> None:
    found = find(text)
    assert all(text[one.start : one.end] == one.text for one in found)


@given(st.text(alphabet=st.sampled_from("Ab 'é“”\".,()-–\n&1⟦⟧аЛق"), max_size=200))
def test_mentions_stand_where_they_say_in_order_and_apart(text: str) -> None:
    found = find(text)
    assert all(text[one.start : one.end] == one.text and one.text.strip() and one.name for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


BAD = [
    ("[[actor]]\nkind = 'person'", "has no name"),
    ("[[actor]]\nname = 'A'\nkind = 'ship'", "it takes person, organisation or place"),
    ("[[actor]]\nname = 'A'\nnames = 'B'", "names is no list of texts"),
    ("[[actor]]\nname = 'A'\nalias = 'B'", "has an unknown field 'alias'"),
    ("[actor]\nname = 'A'", "nothing else"),
    ("[[actor", "is no valid TOML"),
]


@pytest.mark.parametrize(("text", "why"), BAD, ids=[why for _, why in BAD])
def test_what_is_no_actor_is_one_clear_sentence(text: str, why: str) -> None:
    with pytest.raises(SaidError, match=why):
        parse_said(text, "actors.toml")
