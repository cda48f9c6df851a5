"""Well-known given names in the spellings and languages they are met in.

A word that is one well-known name is not a slip for another, however near (Hasan, Husayn); and what spelling alone
would hardly bring together is one name all the same (Aliaksandr, Oleksandr). Hand-made from general knowledge.
"""

import re
from functools import lru_cache
from typing import Final

from index.names.romanisation import fold, romanised, unvowelled
from index.names.skeleton import skeleton

_FAMILY: Final = re.compile(r"\n(?! )")
FAMILIES: Final = """
muhammad muhamad mohammad mohamad mohammed mohamed muhammed mahamad mahamed mohamet mehmet mehmed magomed
 mukhammad mohd mhd md محمد mukhammed mokhammed mahomet mohummad muhammet muhammadu mammad
mahmud mahmoud mahmood mehmood mahmut makhmud محمود
ahmad ahmed achmad ahmet akhmad akhmed ahmadu amadou أحمد
hamid hameed hamed khamid حميد حامد
hamad hammad حمد
hasan hassan hasen hacene hesen khasan حسن
husayn hussein hussain husain husein hossein hosein houssein huseyin hoseyn husen khusein حسين
hashim hashem hachem hashimi khashim هاشم
hisham hicham hesham هشام
ali aly علي
ala alaa alaeddin علاء
ibrahim ebrahim brahim ibrahima ibragim إبراهيم
ismail esmail ismael esmaeil ismayil إسماعيل
yusuf yousuf yusif yousif yousef yusef youssef youcef yosef iosif joseph josef jozef jose giuseppe joe pepe
 يوسف
yunus younis younes يونس
yasin yassin yaseen yassine ياسين
yasir yasser yaser ياسر
yahya yehia yahia yehya يحيى
mustafa mostafa moustafa mustapha مصطفى
murtada murtaza morteza mortaza مرتضى
muqtada moqtada مقتدى
mujtaba mojtaba مجتبى
mahdi mehdi مهدي
majid majed madjid mecid مجيد ماجد
masud masoud massoud mesud مسعود
mansur mansour منصور
malik malek maleek مالك
mahir maher ماهر
marwan merwan مروان
mahathir mazhar
musa mousa moussa moses moshe موسى
isa issa eissa عيسى
umar omar omer عمر
uthman othman usman osman ousmane عثمان
khalid khaled halid خالد
khalil halil خليل
karim kareem kerim كريم
karam كرم
kamal kemal كمال
kamil kamel كامل
jamal gamal djamel cemal جمال
jamil jameel djamil cemil جميل
jalal galal celal جلال
jalil celil جليل
jafar jaafar jaffar cafer جعفر
jabir jaber gaber جابر
jasim jassim jasem gasim جاسم
qasim qassim qasem qassem kasim kassem ghasem قاسم
salim saleem selim salem سليم سالم
salman salmaan سلمان
sulayman suleiman sulaiman soleiman soliman sleiman slimane suleyman سليمان
salih saleh salah صالح صلاح
said saeed saeid سعيد
saad sad سعد
saud سعود
sadiq sadeq sadik صادق
sadr صدر
samir sameer سمير
sami سامي
nasir nasser naser nacer ناصر
nasr نصر
nadir nader نادر
nabil nabeel نبيل
naim naeem نعيم
nizar نزار
nuri nouri noori نوري
rashid rasheed rachid رشيد راشد
rashad rachad رشاد
reza rida ridha redha رضا
riyad riad riyadh رياض
rahim raheem رحيم
rahman رحمن
tariq tarek tareq tarik طارق
tahir taher طاهر
talib taleb طالب
walid waleed oualid وليد
wahid vahid waheed وحيد
zaid zayd zeid زيد
ziyad ziad زياد
zakariya zakaria zekeriya زكريا
abbas عباس
abdallah abdullah abdollah abdoulaye abdulla عبدالله
adil adel عادل
adnan عدنان
akram ekrem أكرم
akbar ekber أكبر
amir ameer emir أمير عامر
amin ameen أمين
anwar enver أنور
arif aref عارف
asad assad أسد
aziz azeez عزيز
badr بدر
bashir basheer bachir بشير
bashar بشار
bilal belal بلال
faruq farouk farooq فاروق
faisal faysal feisal فيصل
fadil fadel fazil fazel فاضل
farid fareed فريد
fuad fouad foad فؤاد
ghassan غسان
habib حبيب
hafiz hafez حافظ
haidar haydar haider heydar حيدر
hakim hakeem hakem حكيم
hamza hamzah حمزة
harun haroun haroon هارون
hadi hady هادي
iyad eyad إياد
imad emad عماد
izz ezz عز
latif لطيف
laith layth ليث
mukhtar mokhtar مختار
qais qays kais قيس
rafiq rafik رفيق
shakir shaker شاكر
sharif shareef cherif شريف
tawfiq tawfik toufik توفيق
aleksandr alexander aleksander oleksandr aliaksandr alyaksandr alexandre alessandro alejandro aleksandar
 iskander iskandar alex sasha
aleksei alexei aleksey alexey oleksiy oleksii aliaksei alexis
andrei andrey andriy andrii andrew andreas andre andres andrea
anatoly anatoliy anatoli anatol
boris barys
dmitri dmitry dmitriy dmytro dzmitry dimitri dimitrios dima
evgeny yevgeny evgeniy yevhen yauhen eugene gene zhenya
fyodor fedor teodor theodore ted
georgy georgi george georg heorhiy jorge giorgio giorgi
grigory grigori hryhoriy gregory ryhor greg
igor ihar ihor
ivan ivane john johan johann johannes jean juan joao giovanni ian sean jack vanya
konstantin kanstantsin kostyantyn constantine kostya
leonid leanid
lev leo
maksim maxim maksym maxime
mikhail mykhailo michael mikheil michel miguel michal mihail mikhal mike misha
nikolai nikolay mykola mikalai nicholas nicolas nikolaos nick kolya
oleg oleh aleh
olga volha olha
pavel pavlo paul paval pablo paolo pawel
petr pyotr petro piotr peter pierre pedro pietro
roman raman
sergei sergey serhiy serhii siarhei sergio serge
stepan stefan stephen steven etienne esteban steve
valery valeriy valeri
vasily vasiliy vasyl
viktor victor viktar
vladimir volodymyr uladzimir wladimir volodya vova
vladislav uladzislau vladyslav
yaroslav jaroslav
yuri yury yuriy iurii
william wilhelm willem guillaume guillermo bill will
charles karl carl carlos carlo
henry heinrich henri enrique enrico
james jacques jakob jacob diego jaime yaqub yakub jim jimmy
louis luis ludwig luigi
philip philippe felipe filip
francis francisco franz francois francesco paco
frederick friedrich frederik fredrik federico fred
frank
richard ricardo rick dick
robert roberto bob rob
thomas tomas tom tommy
david dawud daoud dawood davud dave
daniel danil danila dan danny
anthony antonio anton antoine tony
martin
matthew matthias matteo mateo matvei matt
mary maria marie maryam mariam miriam
elizabeth elisabeth isabel yelizaveta liz betty
catherine katherine ekaterina kateryna katarina kate katya
anna ana anne hanna
benjamin binyamin ben benny
samuel shmuel sam
simon shimon semyon
isaac yitzhak itzhak ishaq
abraham avraham
solomon shlomo
"""


@lru_cache(maxsize=1)
def _of_skeleton() -> dict[str, frozenset[int]]:
    families: dict[str, set[int]] = {}
    for number, spellings in enumerate(_FAMILY.split(FAMILIES)):
        for word in spellings.split():
            plain = fold(word)
            families.setdefault(skeleton(romanised(plain), unvowelled(plain)), set()).add(number)
    return {sounds: frozenset(numbers) for sounds, numbers in families.items()}


@lru_cache(maxsize=1)
def _spellings() -> frozenset[str]:
    return frozenset(FAMILIES.split())


def listed(word: str) -> bool:
    """Whether a romanised word is a spelling of a well-known name as it stands, and so hardly a slip."""
    return word in _spellings() or (len(word) > 4 and word[-1] in "iy" and word[:-1] in _spellings())


@lru_cache(maxsize=1 << 15)
def families(sounds: str) -> frozenset[int]:
    """The well-known names that a skeleton may be, or may be made from with the -i of origin; none for most words.

    Salmani is not Salman, but neither is it Sulaymani.
    """
    known = _of_skeleton().get(sounds)
    if known is None and sounds.endswith("i") and len(sounds) > 4:
        known = frozenset(-number for number in _of_skeleton().get(sounds[:-1], ()))
    return known or frozenset()
