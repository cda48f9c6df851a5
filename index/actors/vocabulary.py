"""Words that tell where a name begins and ends, and what it names. Written by hand from general knowledge."""

from typing import Final

from index.names.vocabulary import FORMS

MONTHS_AND_DAYS: Final = frozenset(
    "January February March April May June July August September October November December Jan Feb Mar Apr Jun"
    " Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed"
    " Thu Thur Thurs Fri Sat Sun Ramadan Muharram Ashura Arbaeen Eid Christmas Easter Passover Hanukkah Mondays"
    " Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays Thanksgiving Lent Advent Nowruz Januar Februar"
    " März Mai Juni Juli Oktober Dezember Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()
)

TITLES: Final = frozenset(
    "envoy emissary spokesperson inspector-general king-in-waiting consul-general sheriff mr mrs ms miss"
    " mme mlle sir dame lord lady madame monsieur herr frau senor señor señora senora don dona dr doctor"
    " prof professor eng engineer president premier chancellor minister secretary undersecretary ambassador"
    " consul governor mayor senator sen congressman congresswoman representative rep deputy speaker chairman"
    " chairwoman chairperson chair king queen prince princess emperor empress duke duchess count countess"
    " baron baroness emir amir sultan shah tsar czar caliph pasha pope archbishop bishop cardinal rabbi imam"
    " ayatollah hojatoleslam mufti patriarch rev reverend father pastor sister brother general gen"
    " lieutenant lt colonel col major maj brigadier brig captain capt corporal cpl sergeant sgt private pvt"
    " admiral adm commodore commander cmdr marshal officer lance sheriff constable inspector superintendent"
    " detective judge justice magistrate attorney prosecutor counsel director chief head leader comrade"
    " commissioner coach editor correspondent analyst spokesman spokeswoman agent ceo cfo coo nurse saint"
    " dean rector provost principal lawyer writer author avv dott lic arq wali kaiser bey nawab maharaja vizier"
    " referee umpire interviewer interviewee khedive margrave reichskommissar oberst hauptmann"
    " monsignor msgr mzee mère père abbé maître hon honourable honorable viscount viscountess marquess marquis"
    " infante regent chancellor".split()
)
"""Forms of address, ranks and offices that stand before the name of a person and are no part of it."""

HONORIFICS: Final = frozenset(
    "hajj haj hajji haji hadj sayyid sayid sayed seyyed seyed syed sheikh shaikh shaykh sheik cheikh mullah"
    " mulla molla maulana mawlana maulvi mawlawi ustad abu abou umm um st al el bin ibn".split()
)
"""Forms of address that have become part of the name: Hajj Yusif, Mullah Omar, Abu Mahdi."""

KUNYA: Final = frozenset("abu abou abi umm oum bin ibn ben bint".split())
"""Words before the name of whom somebody is the father, mother or child of."""

MODIFIERS: Final = frozenset(
    "prime vice deputy former acting interim first second third foreign interior defense defence finance"
    " oil justice health education culture trade labor labour transport agriculture economy information"
    " state assistant associate senior junior major lieutenant brigadier rear staff attorney secretary chief"
    " supreme grand great executive managing national regional provincial district general special lord"
    " honorary ex then now late current new military police intelligence opposition party parliamentary"
    " presidential federal home environment energy security political field".split()
)
"""Words that make a fuller title with the next one: prime minister, rear admiral, grand ayatollah."""

FORMAL: Final = frozenset(
    "state national federal central supreme general international foreign interior defense defence finance"
    " justice health education agriculture customs border coast presidential revolutionary constitutional first"
    " second third fourth fifth sixth seventh eighth ninth tenth islamic democratic united royal imperial".split()
)
"""Everyday words that open the names of bodies of state: National Guard, Third Mountain Brigade."""

LEVELS: Final = frozenset("state national federal provincial regional municipal city district county central".split())
"""Of these, and besides, what stands between a place and what kind of body it has: Basra Provincial Council."""

ORGANISATION_HEADS: Final = frozenset(
    "trade transport panel column enforcement sons daughters soldiers defenders knights export exports"
    " import imports investments solicitors associates consultants consulting logistics shipping trading"
    " contractors engineering construction petroleum energy mining foods pharmaceuticals ventures securities"
    " insurance brothers telecom telecommunications communications networks software media pictures"
    " entertainment bancorp bancorporation barristers chambers llp academy administration agency airline"
    " airlines airways alliance army assembly association authority autoworkers bank battalion battalions"
    " bloc board brigade brigades broadcasting brotherhood bureau cabinet campaign cartel center centre"
    " chamber church circle clinic club co coalition college command commission committee community company"
    " confederation conference congress consortium constabulary corp corporation corps council court cell"
    " cells department directorate division embassy enterprises exchange executive faction federation fleet"
    " force forces foundation front fund gang government group groups guard guards guardians headquarters"
    " holding holdings hospital inc industries initiative inquiry institute institution intelligence"
    " international jihad laboratories laboratory league legion library ltd magazine mafia militia ministry"
    " mission mobilization motors movement museum nations navy network news newspaper observatory office"
    " orchestra order organisation organization parliament partners partnership party patrol police post"
    " press productions programme project radio records regiment registry republicans reserve resistance"
    " school secretariat senate service services society squad squadron staff studios syndicate systems team"
    " technologies television times tribunal tribune trust unit union university watch workers workshop"
    " guardian herald gazette telegraph journal chronicle observer bulletin review ledger courier"
    " lines shipyard shipyards works mills steel electronics pharma biotech capital markets advisers advisors realty"
    " estates properties bullion jewellers jewelers traders suppliers distributors publishers fisheries farms dairies"
    " breweries minerals metals cement plastics textiles chemicals fertilizers fertilisers vineyards hotels leasing"
    " finance financial fiduciary trustees nominees railways railroad collective cooperative consultancy"
    " project archive archives registry embassy consulate airforce gendarmerie caucus syndicate"
    " scheme management haulage utilities advisory diocese archdiocese hospice orphanage brewery bakery refinery"
    " registrars actuaries auditors underwriters reinsurance stevedores".split()
)
"""Last words, or first words before "of" or "for", of the names of bodies."""

ORGANISATION_PREFIXES: Final = frozenset(
    "consorcio grupo compañía compañia empresa minera sociedad asociación asociacion fiscalía fiscalia"
    " universidad ministério sindicato policía federación federacion confederación instituto fundación"
    " cartel groupe société societe université universite ministère fondation gruppo società banca"
    " università ministero fondazione grêmio empresa associação fundação gesellschaft verein bundesamt"
    " deutsche österreichische polizei ministerium universität hizb hezb hezbollah jaysh jaish jeish kataib"
    " kata'ib kataeb kitaib liwa saraya harakat haraka asaib asa'ib ansar jund lashkar jabhat jamaat jamaah"
    " jama'at jemaah tehrik tahrik sipah quwat faylaq fatah tanzim munazzamat ittihad majlis badr al-qaeda"
    " banco banca banque partido parti frente ejército ejercito ministerio servicio unidad corte tribunal dirección"
    " comité comision comisión consejo agencia secretaría direction agence office conseil commission union armée forces"
    " syndicat association institut école cour parquet compagnie établissements mouvement rassemblement fédération"
    " confédération mutuelle caisse comptoir procura guardia camera consiglio tribunale bundesministerium landgericht"
    " oberlandesgericht staatsanwaltschaft amtsgericht handelsgesellschaft solidarité ligue servicios suministros"
    " petróleos industrias construcciones inversiones transportes transports transport radio télé televisión imprenta"
    " imprimerie ediciones éditions editions editorial librería librairie chez médecins biblioteca bibliothèque clínica"
    " clinique colegio lycée lycee collège escuela fondo fonds cooperativa coopérative seguros casa hermanos diario"
    " periódico gazeta agenzia laboratorios laboratoires almacenes caja editora jornal rádio televisão"
    " associazione cooperativa verlag stichting vereniging amnesty yayasan koperasi".split()
)
"""First words of the names of bodies in Arabic, Persian and Romance languages."""

TRADES: Final = frozenset(
    "haulage timber sugar coffee tea oil gas power water seeds agro motor tyres tyre beverages furniture glass ceramics"
    " garments apparel fashion travel tours freight cargo couriers marine dredging aviation aerospace analytics"
    " forensics forensic research genomics diagnostics healthcare robotics rescue relief charities chain fresh"
    " foods spices cotton grain steel paper rubber copper gold diamonds salt rice registrars actuaries auditors"
    " underwriters stevedores".split()
)
"""What companies trade in, at the end of their names; in a headline it may be what somebody does with it."""

COMPANIES: Final = frozenset(
    "holdings holding group company corporation corp industries partners services trading shipping"
    " investments ventures logistics export exports import imports systems technologies enterprises"
    " associates consulting consultants motors airlines airways securities insurance energy petroleum mining"
    " construction engineering foods pharmaceuticals media networks communications telecom"
    " telecommunications software brothers trade transport studios records productions pictures"
    " entertainment lines shipyards works steel electronics capital markets bullion jewellers fisheries minerals metals"
    " cement chemicals leasing finance".split()
)
"""Of these, what companies leave out of a shorter name; a town's police or hospital never does."""

PLACE_HEADS: Final = frozenset(
    "kingdom republic empire duchy emirate principality commonwealth capitol county headland trough reef"
    " lagoon fjord glacier aqueduct citadel airport airfield avenue bay beach borough boulevard bridge camp"
    " canal canyon cape cathedral city coast county creek crossing desert district dam falls forest fort"
    " garden gardens governorate gulf harbor harbour heights highway hill hills hotel island islands isle"
    " isles jungle junction lake lane mosque mount mountain mountains neighborhood neighbourhood oblast"
    " ocean palace park pass peninsula plain plains plateau plaza port prefecture prison province quarter"
    " range region reservoir resort ridge river road sea shrine square stadium station strait straits street"
    " suburb temple territory territories theater theatre tower towers town township tunnel valley village"
    " volcano ward zone building house hall base cemetery jail prison market bazaar souk pier quay wharf docks zoo"
    " ranch plantation reservation chapel abbey monastery convent basilica synagogue pagoda fortress".split()
)
"""Last words of the names of places, or their first before "of"."""

PLACE_PREFIXES: Final = frozenset(
    "hotel kfar beit villa plaza rue via calle north south east west northern southern eastern western"
    " central upper lower mount mt lake cape fort port porto puerto camp river gulf strait bay isle san santa saint los"
    " las new tel deir wadi jebel tal bir kafr khan shatt umm cerro boca bandar punta pointe ras jabal djebel oued ain"
    " kampung desa sungai pulau gunung tanjung ust ciudad pueblo villa bahía isola ilha monte ponta praia vila"
    " lago lac rio río laguna santo sankt sint".split()
)
"""First words of the names of places."""

EVENT_HEADS: Final = frozenset(
    "war wars games cup olympics championship championships tournament festival day act agreement accord"
    " accords treaty convention protocol resolution amendment constitution bill declaration charter prize"
    " award awards oscar medal order revolution uprising crisis operation offensive battle summit election"
    " elections referendum plan doctrine bible koran quran torah gospel report crusade holocaust intifada"
    " depression renaissance reformation week month year century age era street-view code law massacre raid"
    " siege bombing attack incident affair scandal trial case peace pact talks process spring flight route"
    " series show league-cup hurricane typhoon storm earthquake tsunami virus disease syndrome syndrom flu".split()
)
"""Last words of what is named but no actor: events, laws, prizes, books, diseases."""

NO_NAMES: Final = frozenset(
    "X-ray Euro Euros Libor Diwali Kwanzaa Halloween Pro Anti Post Non Pre Ex Mid"
    " Cc CC Bcc Fwd FW Re Tel Fax Attn Mob Ext"
    " KC QC MP MPs MEP MEPs MBE OBE CBE KBE DBE MD JP I I'm I've I'd I'll Internet Web TV DVD GPS DNA GMT"
    " UTC EST PM AM BC AD CE BCE WMD VIP PhD MBA SUV AK-47 RPG IED IEDs EFP EFPs PDF HTML URL AIDS HIV COVID"
    " COVID-19 Covid GDP CEO CFO COO FAQ ID OK USD EUR GBP Nos No Vol Fig Ch Art Sec Para Ed Eds Ltd God"
    " Lord Bible Koran Quran Qur'an Torah Internet Nobel Marxism Islam Christianity Judaism Buddhism"
    " Hinduism Communism Zionism Nazism Fascism Shiism Sufism Parkinson Alzheimer's Mr Mrs Ms Dr Prof Gen Lt"
    " Col Sgt Capt Maj Gov Sen Rep Rev Hon Esq TODO FIXME NB PS FYI ASAP TBC TBD RE FWD PIN SMS".split()
)
"""Capitalised, and no actor."""

FAMILY_PARTICLES: Final = frozenset(
    "binti binte anak wa uulu kyzy qizi ogli"
    " ould wuld ag oglu et al el ul ol bin ibn ben bint abu de da dos das di du del della der den van von la"
    " le ter zu y e".split()
)
"""Lower-case words inside a person's name, those that are English words as well left out."""

FUNCTION: Final = frozenset(
    "a about above across after again against along alongside also although amid amidst among an and around"
    " as at because before behind below beside besides between beyond both but by concerning despite down"
    " during each either even every following for from furthermore he hence her here his how however i if in"
    " including indeed inside instead into it its just maybe meanwhile moreover my near neither nevertheless"
    " no nonetheless nor not now of off on once only onto or otherwise our out outside over per perhaps"
    " regarding she since so soon still than that the their then there therefore these they this those"
    " though through throughout thus till to too toward towards under unless unlike until up upon very via"
    " we what when whenever where whereas wherever whether which while who whom whose why with within"
    " without yet you your".split()
)
"""Words that are part of no name, even where they have a capital."""

OPENERS: Final = FUNCTION | frozenset(
    "according additionally all another any bad based big called current dozens earlier eight ex few"
    " finally first five former four given good great hundreds known last later like little many more most"
    " new next nine old one other others own recently same scores seven several six some such ten thousands"
    " three today tomorrow two yesterday".split()
)
"""Words that open a sentence before a name and are no part of it."""

GENERIC_OWNERS: Final = frozenset(
    "prosecutor ombudsman auditor commissioner attorney president governor mayor king queen people peoples"
    " workers women men children farmers teachers students veterans writers officers mothers miners".split()
)
"""Whose the name of a body says it is, without naming anybody: People's Party, Workers' Union."""

NOBLE: Final = frozenset("king queen prince princess pope emperor empress saint tsar czar sultan emir".split())
"""Titles that stay with a name of one word, which alone would be nobody's: Prince William, Pope Francis."""

OF_HEADS: Final = ORGANISATION_HEADS | frozenset(
    "district border republic kingdom empire duchy principality county dynasty gulf strait straits sea bay"
    " university bank house city state states province isle mount church port emirate emirates islands chapel"
    " abbey monastery convent basilica cathedral ministries departments institutes territory valley"
    " organizations people peoples movement".split()
)
"""Words after which "of" goes on with the name: Ministry of Oil, Gulf of Aden."""

NUMBERED: Final = frozenset(
    "facility site checkpoint terminal pier block channel apollo unit units force battalion brigade"
    " division regiment corps squadron army department directorate bureau company group camp area zone"
    " section branch district troop team platoon fleet wing flotilla room".split()
)
"""Bodies and places that are told apart by numbers."""

SURNAMES_TOO: Final = frozenset(
    "church post order cook park hill hall ford lake banks marsh field wood woods forest bridge street lane"
    " house castle temple wells cross bush day law prince price case young long glass chambers ward fields"
    " hills mills gates waters beach bell bay camp cell guard king house stone rivers moon may march cash"
    " power powers".split()
)
"""Heads of bodies and places that are surnames as well: after a given name, a person."""

STORMS: Final = frozenset(
    "hurricane typhoon cyclone storm operation exercise tropical hms uss mv ss mt project task"
    " exhibit annex appendix schedule clause figure chapter docket invoice".split()
)
"""First words of the names of storms, ships, operations and papers, which are no actors."""

LEGAL: Final = (FORMS - {"as", "co", "mt", "ss", "public", "private", "society", "stock", "joint"}) | {
    "sal", "kk", "doo", "dd", "zoo", "sac", "saa", "ad", "eood", "ood", "bv", "eirl", "ltda", "cia", "sab",
}  # fmt: skip
"""Legal forms of companies at the end of their names."""
