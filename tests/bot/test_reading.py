"""What people's questions ask for, however they are put and spelt: written down before any was read."""

import pytest

from bot.question.asked import Asked
from bot.question.question import read_question

TABLE = """
# when
when khazali released??
wen was the bridge built
wehn did she leave
when'd he quit
date of the raid
date of birth of the mayor
what day did the ship sink
in what year did the mine close
which month was the vote
since when has he been mayor
how long ago did they meet
until when was he in prison
the raid was when?
year the bank failed
whats the date of the hearing
birthday of the captain
at what time did the alarm ring
what time did the alarm go off
when exactly did it happen and why
by when must they answer
whats the deadline for appeals
mayor resigned when
can you tell me when the raid was
tell me when it sank
hey so what year was that
im looking for the date of the raid
# where
where was he held
were did the ship go
wheres the safehouse
where did the money come from
what country is he from
which city did they meet in
daqduq birthplace
place of birth of the captain
location of the depot
whereabouts of the captain now
from where did they sail
what village was burned
in which prison was he held
he lives where?
what street is the shop in
what port did they leave from
address of the shop
headquarters of the company
which countries sent troops
do you know where he lives
does it say where they met
# who
who shot the mayor
whos the captain
whose idea was it
hwo shot him
who r the brothers
who the hell is the notary
by whom was it signed
to whom did she write
the guy who ran the shop
name of the pilot
captains name?
whats the name of the pilot
which general led the raid
what judge heard the case
what woman hid the children
which officers were arrested
who all signed
whom did they blame
leader of the militia?
founder of the company
owner of the ship
author of the report
which of them was arrested
who was the first to arrive and where
who did he work for
who were the members of the board
could u tell me who shot him
any idea who paid for it
hi, who is the captain?
looking for the name of the pilot
remind me who the notary is
is there anything on who ordered it
so basically who did it
# which ones
names of the victims
list the victims
name the three brothers
name two of the witnesses
what are the three demands
list all ships that sank
give me the names of the hostages
# which body
which body investigated
which agency ran the raid
what company owned the ship
which unit did he run
what group claimed the attack
what newspaper broke the story
which bank did the money go through
which court tried him
what organisation does she work for
which ministry paid
what firm did he work for
which team lost
which union called the strike
which party won
what church did he belong to
name of the company
which company's lorries were used
# how many
how many men died
hwo many men died
how much did he pay
how old is the captain
captains age
how far is the village from the road
how often did they meet
number of dead?
how tall was the man with the scar
what percentage voted for it
what was the price
whats the ransom
how big was the bomb
size of the fine
death toll
how fast was the train
what was his salary
cost of the repair
how mnay rifles were found
amount of the reward
how heavy was the safe
at what speed was the ship going
whats the population of the town
how long is the bridge
how long is the tunnel in km
i want to know how many died
quick question: how old is he
# how long
how long did the trial last
how long was he in prison
how many years was he in prison
how many days did the strike go on
for how long was the road closed
length of the sentence
what was his sentence
how much time did it take
# why
why did he resign
y did he resign
what for?
what did they arrest him for
how come nobody noticed
reason for the delay
whats the reason for the strike
what made her leave
what caused the fire
cause of death
why tho
on what grounds was he freed
what was the motive
for what reason did she quit
how come
does anyone know why she quit
do the documents say why she left
i wonder what the motive was
# how
how did she escape
by what means did they cross
how was the money moved
in what way did she help
# whether
did the mayor resign
is it true that he fled
was anyone hurt?
has he ever been to prison
does she still live there
so was he convicted or not
the mayor resigned, didnt he?
do we know if he was convicted
can you say whether the bank knew
not sure but was it not 2004 when she left?
# whether it is the same
is sayid sadiq the same as yusuf hashim
are the two the same man
is x really y
# under which other name
whats sayid sadiqs real name
real name of the dentist
what is the captain's nickname
what was he also known as
alias of the pilot
which code name did they use
what is the ship called
# what
what sort of fever breaks out when the river floods
which engine stops when the oil runs low
what shape was the mill in when the heirs sold it
what do the pilots do where there is no radar
what changes how a jury votes
what kind of ship was it
what type of gun did they use
what colour is the flag
what happened in basra
whats antimony
wat did the mayor sign
what does he do for a living
what did he say about the money
what language do they speak
tell me about the mayor
anything on the pilot?
the mayor's brother
weapons used in the raid
please tell me what the ship was called
what do we know about the mayor
what can you tell me about the depot
"""
"""By kind. Before anything was mended for it, 116 of the first 173 were read so."""
MISSED = frozenset(
    {
        "which company's lorries were used",
        "length of the sentence",
        "i wonder what the motive was",
        "not sure but was it not 2004 when she left?",
        "what is the ship called",
    }
)


def rows() -> list[tuple[str, Asked]]:
    kind = Asked.WHAT
    found = []
    for line in TABLE.strip().splitlines():
        if line.startswith("# "):
            kind = Asked(line[2:])
        else:
            found.append((line, kind))
    return found


@pytest.mark.parametrize(("text", "asked"), rows())
def test_what_is_asked_for(text: str, asked: Asked, request: pytest.FixtureRequest) -> None:
    if text in MISSED:
        request.applymarker(pytest.mark.xfail(reason="missed so far", strict=True))
    assert read_question(text).asked is asked
