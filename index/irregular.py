"""Irregular English verb forms, which a suffix stemmer cannot bring together: led and lead, took and take.

Forms that are mostly another word (wound, bound, ground, lay, rose) are left out.
"""

_FORMS = """
arise arose arisen|awake awoke awoken|beat beaten|become became|begin began begun|bend bent|bite bit bitten|bleed bled
blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught
choose chose chosen|cling clung|come came|creep crept|deal dealt|dig dug|draw drew drawn|dream dreamt
drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found
flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen
get got gotten|give gave given|go went gone|grow grew grown|hang hung|hear heard|hide hid hidden|hold held|keep kept
know knew known|lead led|lean leant|leap leapt|learn learnt|leave left|lend lent|lose lost|make made|mean meant
meet met|overcome overcame|overtake overtook overtaken|overthrow overthrew overthrown|pay paid|prove proven
rebuild rebuilt|ride rode ridden|ring rang rung|rise risen|run ran|say said|see saw seen|seek sought|sell sold
send sent|shake shook shaken|shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk
sit sat|slay slew slain|sleep slept|slide slid|speak spoke spoken|spend spent|spin spun|stand stood|steal stole stolen
stick stuck|strike struck stricken|strive strove striven|swear swore sworn|sweep swept|swim swam swum|swing swung
take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|understand understood
undertake undertook undertaken|wake woke woken|wear wore worn|weave wove woven|weep wept|win won
withdraw withdrew withdrawn|write wrote written
"""

BASES = {
    form: base
    for base, *forms in (verb.split() for verb in _FORMS.strip().replace("\n", "|").split("|"))
    for form in forms
}
"""Each irregular form to its verb's base form."""
