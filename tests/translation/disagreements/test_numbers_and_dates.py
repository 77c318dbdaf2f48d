"""The same number, day or hour in either language's writing is no difference."""

import pytest

SAME = [
    ("Более 6 тысяч участников", "More than 6,000 participants"),
    ("Более 6\u00a0000 участников", "More than six thousand participants"),
    ("Нужно 1,5 часа", "It takes 1.5 hours"),
    ("Скидка 15\u00a0%", "A discount of 15 percent"),
    ("Пятнадцать процентов", "15%"),
    ("Из ста десяти сетей", "Out of a hundred and ten networks"),
    (
        "Двести и пятьсот двадцать шагов",
        "Two hundred and five hundred and twenty steps",
    ),
    ("2352 столба", "The 2,352 columns"),
    ("Хронофотография XIX века", "Nineteenth-century chronophotography"),
    ("Третья фраза", "The third phrase"),
    ("Оба входа", "The two inputs"),
    ("Делит надвое", "Divides in two"),
    ("В шестидесятичетырёхмерном мире", "In a sixty-four-dimensional world"),
    ("В 80-х годах", "In the 1980s"),
    ("Версия 0.26.0", "Version 0.26.0"),
    ("Снимок MP4, 720p", "A shot in MP4, 720p"),
    ("1,1 млн строк", "1.1 million lines"),
    ("До 1 августа", "Until August 1"),
    ("До 1 августа 2020 года", "Until 1 August 2020"),
    ("До 01.08.2020", "Until August 1st, 2020"),
    ("До первого августа", "Until the first of August"),
    ("2020-08-01", "1 August 2020"),
    ("Открыто в августе 2020", "Open in August 2020"),
    ("С 1 по 5 августа", "1 to 5 August"),
    ("По средам и в пятницу", "On Wednesdays and on Friday"),
    ("В 23:59 или в 18.30", "At 11:59 pm or at 6:30 p.m."),
    ("До 13/08/2020", "Until August 13, 2020"),
    ("До 1 августа 2020", "Until 08/01/2020"),
    ("До второго мая", "Until the second of May"),
    ("Билет за $20", "A ticket for 20 dollars"),
    ("Пройти можно было и весной", "One may march in spring"),
]
OTHER = [
    ("Более 6 тысяч участников", "More than 7,000", ("6 тысяч", "7,000")),
    ("Пять минут", "Five hours", ("Пять минут", "Five hours")),
    ("Из ста десяти сетей", "Out of networks", ("ста десяти", "")),
    ("Снято сегодня", "Filmed in 12 takes", ("", "12")),
    ("До 1 августа", "Until August 5", ("1 августа", "August 5")),
    ("До 1 августа", "Until August", ("1 августа", "")),
    ("До августа", "Until 1 September", ("августа", "1 September")),
    ("1 августа", "1 August 2020", ("", "2020")),
    ("Билет за $20", "A ticket for 20 euros", ("20", "20 euros")),
    ("В 23:59", "At 22:59", ("23:59", "22:59")),
]


@pytest.mark.parametrize(("russian", "english"), SAME)
def test_the_same_is_no_difference(differences, russian, english):
    assert differences(russian, english) == []


@pytest.mark.parametrize(("russian", "english", "expected"), OTHER)
def test_what_differs_is_told_as_each_says_it(differences, russian, english, expected):
    assert expected in differences(russian, english)
    assert len(differences(russian, english)) == 1


def test_a_year_may_be_said_elsewhere_in_the_text(differences):
    assert (
        differences("Data Fest 2020: до 1 августа.", "Data Fest: 1 August 2020.") == []
    )
