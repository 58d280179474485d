"""A name is found in other spellings and alphabets; another name is not."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistance_desktop.storage.words.folding import typed_words
from assistance_desktop.storage.words.spelling import typed_keys, written_keys

ONE_NAME = """
Mohamed Muhammad Mohammed Mohammad Maxamed Mukhammad Мухаммад محمد مُحَمَّد
Yulia Julia Yuliia Iuliia Julija Юлия Юлія
Oksana Oxana Оксана
Fatima Fatimah Faatima Fátima Фатима فاطمة فاطمه
Nguyen Nguyễn
Shevchenko Ševtšenko Schewtschenko Szewczenko Шевченко
Zeynab Zainab Zaynab Zeinab Зейнаб زينب زینب
Hussein Hussain Husein Huseyin Hossein Xuseen Хусейн حسين حسین
Ali Aly Cali Али علی علي
Hassan Hasan Xasan Хасан حسن
Khadija Khadijah Hadija خديجة
Omar Umar Omer Омар عمر
Ahmed Ahmad Ahmet Axmed Ахмед أحمد احمد
Yusuf Youssef Yousuf Jusuf Yosef Юсуф يوسف
Aleksandr Alexander Aleksander Alexandr Александр
Tatiana Tatyana Tatjana Татьяна
Elena Yelena Jelena Елена
Dmitri Dmitry Dmitriy Dmitrij Дмитрий
Olga Ольга
Olha Ольга
Hryhorii Григорій
Khrushchev Hruštšov Хрущёв
Layla Leila Laila Leyla Лейла ليلى
Layla Leila لیلا
Maryam Mariam Miriam Марьям مريم
Abdullah Abdulla Abdallah عبدالله
Khaled Khalid Halid Халид خالد
Ivanov Ivanow Ivanoff Иванов
Katalin Catalin
Sofia Sophia Sofiya Софія София
Walid Waleed Valid وليد
Nadia Nadja Nadiya Надія Надя نادية
Zhanna Žanna Жанна
Mustafa Moustafa Mostafa مصطفى
Said Saeed Sa'id Саид سعيد
Ibrahim Ebrahim Ибрагим إبراهيم ابراهيم
Shirin Şirin Shireen Ширин شيرين
Aisha Aysha Aiša Caisha عائشة
Jamal Djamal Джамал جمال
Nour Noor Nur نور
Amina Aminah Aamina Амина أمينة امینه
Kateryna Katerina Катерина
"""

TWO_NAMES = """
Mohamed Mahmoud
Hassan Hussein
Hassan حسين
Ali Olli
Ali Elli
Ali Ella
Али Оля
Omar Amir
Omar Imre
Samir Samira
Karim Karima
Jamal Jamila
Maria Mira
Мария Марк
Anna Aino
Aurora Aura
Tuisku Taika
Khaled Khadija
Julia Jalal
Fatima Fatou
Ivanov Ivanova
Shevchenko Savchenko
Шевченко Савченко
Nguyen Nagina
Layla Lola
Noor Nora
Sofia Safa
Abdullah Abdirahman
Yusuf Yasser
Olga Helga
Zhanna Hanna
علي عمر
محمد محمود
محمد أحمد
عمر أمير
حسين حسن
"""


def finds(typed, written):
    return bool(typed_keys(typed) & written_keys(written)) or (
        typed_words(typed) == typed_words(written)
    )


def groups(table):
    return [line.split() for line in table.split("\n") if line]


@pytest.mark.parametrize("names", groups(ONE_NAME), ids=lambda names: names[0])
def test_every_spelling_of_a_name_finds_every_other(names):
    assert [pair for pair in itertools.permutations(names, 2) if not finds(*pair)] == []


@pytest.mark.parametrize("names", groups(TWO_NAMES), ids=" ".join)
def test_another_name_is_not_found(names):
    one, other = names
    assert not finds(one, other)
    assert not finds(other, one)


def test_the_tables_are_as_large_as_they_should_be():
    assert len(groups(ONE_NAME)) >= 25
    assert len(groups(TWO_NAMES)) >= 25


def test_in_a_text_only_capitalised_words_are_names_and_what_is_typed_may_be_small():
    assert typed_keys("muhammad") & written_keys("She met Mohamed in Turku")
    assert not typed_keys("muhammad") & written_keys("she met mohamed in turku")
    assert typed_keys("muhammad") & written_keys("قابلت محمد")


def test_the_article_of_a_name_makes_no_difference():
    assert finds("Hussein", "الحسين")


@pytest.mark.parametrize("typed", ["", "Al", "K7A", "Ali Omar", "42", "%", "´´´", "جد"])
def test_short_words_numbers_and_signs_have_no_spelling(typed):
    assert typed_keys(typed) == set()


@given(st.text(), st.text())
def test_any_text_has_keys_of_letters_and_digits_only(text, typed):
    for key in written_keys(text) | typed_keys(typed):
        assert key.isalnum()
        assert key == key.lower()
        assert not key.isascii()


@given(st.text(min_size=3, alphabet=st.characters(categories=["Lu", "Ll", "Lo"])))
def test_nobody_types_a_key_by_accident(typed):
    assert not set(typed_words(typed)) & written_keys(typed.title())
