"""What the judgement of names reaches on what its weights were not fitted on; the floors are a little under it."""

import pytest

from benchmarks import names
from index.names import likeness

SAME = """
Naim Qassem | Naʿīm Qāsim
Esmail Qaani | Ismail Ghaani
Ismail Haniyeh | Esmail Haniya
Yahya Sinwar | Yehia al-Sinwar
Abdul Malik al-Houthi | Abdelmalek el-Huthi
Nouri al-Maliki | Nuri Maliki
Bashir Gemayel | Bachir Gemayyel
Rafic Hariri | Rafiq al-Hariri
Saad Hariri | Sa'd al-Din al-Hariri
Walid Jumblatt | Waleed Junblat
Hafiz al-Asad | Hafez Assad
Gamal Abdel Nasser | Jamal Abd al-Nasir
Muammar Gaddafi | Mu'ammar al-Qadhafi
Houari Boumediene | Huwari Bumidyan
Abdelaziz Bouteflika | Abd al-Aziz Butafliqa
Zine El Abidine Ben Ali | Zayn al-Abidin bin Ali
Mohammad Javad Zarif | Zarif, Mohammad-Javad
Mahmoud Ahmadinejad | Mahmud Ahmadi-Nezhad
Mohsen Rezaee | Mohsen Rezai
Hassan Rouhani | Hasan Ruhani
Ebrahim Raisi | Sayyid Ibrahim Ra'isi
Mir-Hossein Mousavi | Mir Husayn Musavi
Gen. Yahya Rahim Safavi | Yahya Rahim-Safavi
Sheikh Ahmed Yassin | Ahmad Yasin
Jalal Talabani | Celal Talabani
Massoud Barzani | Mesud Barzanî
Haider al-Abadi | Haydar al-'Ibadi
Tariq Aziz | Tarek Aziz
Izzat Ibrahim al-Douri | Ezzat Ebrahim ad-Duri
Boris Yeltsin | Борис Ельцин
Dmitry Medvedev | Dmitrii Medvedyev
Mikhail Gorbachev | Michail Gorbatschow
Petro Poroshenko | Петро Порошенко
Mikheil Saakashvili | Mihail Saakaşvili
Deng Xiaoping | 邓小平
Zhou Enlai | 周恩来
Andreas Papandreou | Ανδρέας Παπανδρέου
Yitzhak Rabin | Itzhak Rabin
Shimon Peres | שמעון פרס
Nouri al-Maliki | نوري المالكي
Hassan Nasrallah | حسن نصر الله
Mohammad Khatami | محمد خاتمی
F. W. de Klerk | Frederik Willem de Klerk
Harakat Hezbollah al-Nujaba | Harakat Hizballah al-Nujaba
Liwa Fatemiyoun | Liwa' al-Fatimiyun
Saraya al-Salam | Sarayat as-Salaam
Kata'ib Sayyid al-Shuhada | Kataeb Sayed ash-Shohada
Jabhat al-Nusra | Jabhet en-Nusrah
Twelfth Rocket Battalion | 12th Rocket Battalion
Islamic Revolutionary Guard Corps | IRGC
"""
"""Spellings of one name, from public life and invented; written before the weights were fitted, and never fitted on."""

DIFFERENT = """
Naim Qassem | Nabil Qaouk
Hassan Rouhani | Hossein Rouhani
Saad Hariri | Bahaa Hariri
Rafic Hariri | Saad Hariri
Uday Hussein | Qusay Hussein
Jalal Talabani | Qubad Talabani
Massoud Barzani | Masrour Barzani
Nechirvan Barzani | Massoud Barzani
Bashir Gemayel | Amin Gemayel
Mohammad Khatami | Ahmad Khatami
Sadiq al-Sadr | Musa al-Sadr
Ali Larijani | Sadeq Larijani
Ahmed Yassin | Ahmed Yousef
Jamal Abdi | Kamal Abdi
Salim Karimi | Salman Karimi
Nasser Hamdan | Nasir Hamid
Karim Jabbari | Karam Jaberi
Rashid Amiri | Rashad Omari
Hamid Reza Farahani | Hamed Farhadi
Walid Saadi | Khalid Saadi
Tariq Aziz | Tariq Ramadan
Dmitry Medvedev | Zhores Medvedev
Andreas Papandreou | George Papandreou
Deng Xiaoping | Deng Xiaogang
Kim Il-sung | Kim Jong-il
Harakat al-Nujaba | Harakat al-Shabaab
Liwa Fatemiyoun | Liwa Zaynabiyoun
Saraya al-Salam | Saraya al-Quds
Kata'ib al-Imam Ali | Kata'ib Sayyid al-Shuhada
Unit 340 | Unit 840
Unit 190 | Unit 1900
12th Rocket Battalion | 21st Rocket Battalion
Third Armored Division | Fourth Armored Division
Quds Force | Quds Brigades
Ministry of Defense | Ministry of Intelligence
Badr Organization | Badr Airlines
Abu Ali al-Basri | Abu Ali al-Anbari
Abu Hassan al-Muhajir | Abu Hamza al-Muhajir
Umm Qasr | Qasr Amij
J. Talabani | Qubad Talabani
"""
"""Names of two bearers, chosen to be near."""

needs_nk = pytest.mark.skipif(not names.NK.is_file(), reason="names_pairs_nk is not at hand; see FOOTNOTE_SHARED")
needs_ofac = pytest.mark.skipif(not names.OFAC.is_dir(), reason="names_ofac is not at hand; see FOOTNOTE_SHARED")


def test_own_table() -> None:
    right = wrong = 0
    for table, same in ((SAME, True), (DIFFERENT, False)):
        for line in table.strip().splitlines():
            a, b = line.split(" | ")
            if (likeness(a, b).same >= 0.5) == same:
                right += 1
            else:
                wrong += 1
    assert right / (right + wrong) >= 0.94


@needs_nk
def test_people_of_names_pairs_nk() -> None:
    scores, right = names.judged(pair for pair in names.nk_pairs() if pair.person and pair.half == 1)
    assert names.best_f1(scores, right) >= 0.93
    assert names.auroc(scores, right) >= 0.95


@needs_ofac
def test_aliases_of_names_ofac_against_their_nearest_rivals() -> None:
    scores, right = names.judged(pair for pair in names.ofac_pairs() if pair.half == 1)
    assert names.auroc(scores, right) >= 0.95
    assert names.calibration_error(scores, right) <= 0.06


@needs_ofac
def test_aliases_of_names_ofac_are_found() -> None:
    listed, aliases = names.ofac_list()
    found = names.search(listed, [alias for alias in aliases if alias.half == 1])
    assert found.first >= 0.75
    assert found.ten >= 0.82
