"""Signs that a text was copied off a web page, menus and all, rather than written as it stands.

A plain text that shows none of them is kept whole: the caption of a court's paper, the names at the head of minutes and
a letter's closing look just like menus, and losing them costs more than keeping a menu.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from index.furniture.line import LEGAL_LINE, Line, Prose

ENOUGH = 2
"""Weight of the signs from which lines are a web page's. One word that menus have may be a heading of anything."""

_SURE = 2
_MAYBE = 1

# What people are asked to do or to agree to, in the words of a button or a link.
_BUTTONS = """
skip to content|skip to main content|skip to navigation|sign in|sign up|sign in to your account|log in|login
register|subscribe|subscribe now|share|share this|share this article|share on facebook|share on twitter|tweet
email this|print|print this page|print this article|read more|read also|see also more|most read|most popular
most viewed|trending|trending now|related articles|related stories|related news|recommended|recommended for you
you may be interested|you may be interested in|you may also like|more from|more on this story|more stories|load more
show more|back to top|contact us|about us|privacy|privacy policy|cookie policy|cookie settings|accept all
accept cookies|terms of use|terms of service|terms and conditions|advertise|advertise with us|advertisement
newsletter|newsletters|follow us|all rights reserved|select language|leave a comment|leave a reply|click here
download the app|next article|previous article|copy link|whatsapp|facebook|twitter|linkedin|anmelden|abo|abonnieren
teilen|drucken|mehr zum thema|zum inhalt springen|zur startseite|lesen sie auch|auch interessant|meistgelesen
datenschutz|impressum|weiterlesen|kommentar schreiben|fotostrecke|inicio de sesión|iniciar sesión|suscríbete
suscribirse|compartir|imprimir|te puede interesar|leer más|lea también|más leídas|lo más leído
política de privacidad|aviso legal|saltar al contenido|ir al contenido|se connecter|s'abonner|s’abonner|partager
imprimer|lire aussi|lire la suite|les plus lus|mentions légales|à lire aussi|aller au contenu|accedi|abbonati
condividi|stampa|leggi anche|leggi tutto|i più letti|vai al contenuto|entrar|assine|compartilhar|partilhar
leia também|leia mais|saiba mais|mais lidas|inloggen|abonneren|delen|lees ook|lees meer|zaloguj się|udostępnij
czytaj także|czytaj więcej|polecane|giriş yap|abone ol|paylaş|ayrıca okuyun|devamını oku|войти|подписаться
поделиться|распечатать|читайте также|читать далее|самое читаемое|версия для печати|увійти|підписатися|поділитися
читайте також|تسجيل الدخول|اشترك|شارك|مشاركة|طباعة|اقرأ أيضا|اقرأ أيضًا|اقرأ المزيد|الأكثر قراءة|ورود|اشتراک
همچنین بخوانید|بیشتر بخوانید|پربازدیدترین|登录|登錄|注册|分享|打印|相关阅读|相關閱讀|相关新闻|阅读更多|更多|ログイン
購読|シェア|関連記事|続きを読む|로그인|구독|공유|관련 기사
"""

# Where a menu leads to. Documents have such headings too.
_SECTIONS = """
menu|home|news|world|politics|business|economy|opinion|sport|sports|culture|arts|travel|weather|technology|tech
science|health|lifestyle|entertainment|video|videos|photos|gallery|podcasts|live|search|follow|accept|reject|close
contact|about|careers|faq|help|top stories|latest|latest news|breaking news|editorial|comment|comments|international
local|magazine|startseite|nachrichten|politik|wirtschaft|kultur|panorama|wissen|suche|kontakt|inicio|noticias
política|deportes|economía|cultura|opinión|sociedad|internacional|accueil|actualités|politique|économie|monde
société|notizie|cronaca|politica|economia|esteri|notícias|esportes|nieuws|politiek|economie|wiadomości|polityka
gospodarka|haberler|ekonomi|spor|главная|новости|политика|экономика|спорт|культура|общество|мнения|головна|новини
الرئيسية|أخبار|سياسة|اقتصاد|رياضة|ثقافة|آراء|خانه|اخبار|سیاسی|اقتصادی|ورزشی|首页|首頁|新闻|新聞|政治|财经|体育|评论
ホーム|ニュース|경제|정치|스포츠|홈|뉴스
"""


def _words(listed: str) -> frozenset[str]:
    return frozenset(filter(None, (word.strip() for word in re.split(r"[|\n]", listed))))


_BUTTON = _words(_BUTTONS)
_SECTION = _words(_SECTIONS)
# An origin behind a sign that people hardly type.
_ORIGIN = re.compile(
    r"(?:sources?|via|from|publisher|fuente|fonte|quelle|источник|المصدر|منبع)\s*[»›|]\s*\S.*", re.IGNORECASE
)
_NOTICE = re.compile(
    r"\b(?:we|our|us|uses?|accept|this (?:web)?site)\b.{0,80}\bcookies\b"
    r"|\bcookies\b.{0,80}\b(?:agree|accept|consent|experience)\b"
    r"|\b(?:take out|get|renew) an? subscription\b|\b(?:subscribe|sign up) (?:to|for) (?:our|the|my|free)\b"
    r"|\ball rights reserved\b"
    r"|\b(?:verwendet|nutzen|verwenden|utiliz\w*|usa|usamos|utilis\w*)\b.{0,40}\bcookies\b",
    re.IGNORECASE,
)
_MAX_NOTICE_WORDS = 60
_EDGES = " \t.:…>»›→+|!"


def is_web_page(lines: Sequence[Line]) -> bool:
    """Whether lines that stand together are a web page's, text and menus, and not just a text's."""
    weights = {line.key: weight for line in lines if (weight := weight_of(line))}
    doubled = {line.key for line, following in pairwise(lines) if line.key == following.key and _names_only(line)}
    return sum(weights.values()) + _MAYBE * len(doubled) >= ENOUGH


def weight_of(line: Line) -> int:
    """How sure a sign a line is by itself: 0 for none, ``ENOUGH`` for one that suffices alone."""
    if line.block.marked or line.words > _MAX_NOTICE_WORDS:
        return 0
    words = line.key.strip(_EDGES)
    if words in _BUTTON or LEGAL_LINE.match(line.text) or _ORIGIN.fullmatch(line.text) or _NOTICE.search(line.text):
        return _SURE
    return _MAYBE if words in _SECTION else 0


def _names_only(line: Line) -> bool:
    # A caption is there for the picture and once more for who cannot see it; a "No." may be said twice.
    return line.prose is Prose.NONE and line.words > 0 and not line.block.marked and not line.text.endswith(".")
