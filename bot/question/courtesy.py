"""What people say before they ask: "hi, can you tell me", "any idea". It asks nothing and is not searched."""

import re

_HELLO = r"(?:hi|hey|hello|so|ok|okay|well|please|pls|plz|sorry|basically|(?:quick |another |one more )?question)"
_SOMEBODY = r"(?:you|u|anyone|anybody|someone|somebody|we|it|they|the (?:document|source|text|report|file|article)s?)"
_AUXILIARY = r"(?:can|could|would|will|do|does|did|is|are)"
_ASKED = r"(?=(?:exactly |please )?(?:wh(?:o|om|ose|at|en|ere|y|ich)|how|if|whether)\b)"
"""Only before a question: "do you know" by itself is one."""
_ASKING = (
    rf"{_AUXILIARY} {_SOMEBODY} (?:please |pls |happen to )?(?:tell|show|say|know|explain|remember|mention)"
    rf"(?: me| us)? {_ASKED}"
    rf"|(?:(?:i|we)(?:['’]d| would)?|just) (?:(?:just|really) )?(?:want|need|wanna|like|wonder)(?:ed|ing)?"
    rf"(?: to (?:know|find out|ask))? {_ASKED}"
    rf"|(?:i['’]?m |we['’]?re |just )?(?:wondering|curious) {_ASKED}"
    r"|(?:i['’]?m|we['’]?re) (?:looking for|trying to find(?: out)?)\b"
    rf"|(?:(?:is|was) there )?(?:any|anything|something)(?: idea| clue| info| information)?(?: on| about)? {_ASKED}"
    r"|(?:is there )?(?:any|anything|something) (?:info |information )?(?:on|about)\b"
    r"|(?:tell|show|remind) me\b"
)
_COURTESY = re.compile(rf"\W*(?:{_HELLO}\b[\s,:;!.-]*)*(?:{_ASKING})?", re.IGNORECASE)


def courtesy(text: str) -> int:
    """How many code points at the begin of a question ask nothing; 0 where nothing would be left."""
    end = _COURTESY.match(text)
    return end.end() if end is not None and text[end.end() :].strip(" ?!.") else 0
