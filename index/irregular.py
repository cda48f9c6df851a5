"""Irregular English verb forms, which a suffix stemmer cannot bring together: led and lead, took and take.

Forms that are mostly another word (wound, bound, ground, lay, rose, bore, dove, spat) are left out.
"""

_FORMS = """
arise arose arisen|awake awoke awoken|bear borne|beat beaten|become became|befall befell befallen|beget begot begotten
begin began begun|behold beheld|bend bent|bereave bereft|bid bade bidden|bite bit bitten|bleed bled|blow blew blown
break broke broken|breastfeed breastfed|breed bred|bring brought|build built|burn burnt|buy bought|catch caught
choose chose chosen|cleave cloven|cling clung|clothe clad|come came|creep crept|deal dealt|dig dug|draw drew drawn
dream dreamt|drink drank drunk|drive drove driven|dwell dwelt|eat ate eaten|fall fell fallen|feed fed|feel felt
fight fought|find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden|foresee foresaw foreseen
foretell foretold|forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone|forsake forsook forsaken
freeze froze frozen|get got gotten|give gave given|go went gone|grow grew grown|handwrite handwritten|hang hung
hear heard|hew hewn|hide hid hidden|hold held|interweave interwove interwoven|keep kept|kneel knelt|know knew known
lay laid|lead led|lean leant|leap leapt|learn learnt|leave left|lend lent|lie lain|light lit|lose lost|make made
mean meant|meet met|mishear misheard|mislead misled|misspell misspelt|mistake mistook mistaken
misunderstand misunderstood|mow mown|outdo outdid outdone|outgrow outgrew outgrown|outrun outran|outsell outsold
overcome overcame|overdo overdid overdone|overhear overheard|override overrode overridden|overrun overran
oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|partake partook partaken|pay paid
plead pled|prove proven|rebuild rebuilt|redo redid redone|remake remade|repay repaid|resell resold
retake retook retaken|retell retold|rewrite rewrote rewritten|ride rode ridden|ring rang rung|rise risen|run ran
say said|see saw seen|seek sought|sell sold|send sent|sew sewn|shake shook shaken|shear shorn|shine shone|shoe shod
shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|slay slew slain|sleep slept
slide slid|sling slung|smite smote smitten|sneak snuck|sow sown|speak spoke spoken|speed sped|spell spelt|spend spent
spill spilt|spin spun|spoil spoilt|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung
stink stank stunk|strew strewn|stride strode stridden|strike struck stricken|string strung|strive strove striven
swear swore sworn|sweep swept|swell swollen|swim swam swum|swing swung|take took taken|teach taught|tear tore torn
tell told|think thought|thrive throve|throw threw thrown|tread trod trodden|undergo underwent undergone
understand understood|undertake undertook undertaken|undo undid undone|uphold upheld|wake woke woken|wear wore worn
weave wove woven|weep wept|win won|withdraw withdrew withdrawn|withhold withheld|withstand withstood|wring wrung
write wrote written
"""

BASES = {
    form: base
    for base, *forms in (verb.split() for verb in _FORMS.strip().replace("\n", "|").split("|"))
    for form in forms
}
"""Each irregular form to its verb's base form."""
