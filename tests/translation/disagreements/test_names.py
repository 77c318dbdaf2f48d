"""Names are the same in either script; what is in Latin letters stays so."""

import pytest

from translation.disagreements.transliteration import may_be

PEOPLE = [
    ("Кандинского", "Kandinsky"),
    ("Хинтон", "Hinton"),
    ("Баха", "Bach"),
    ("Чайковским", "Tchaikovsky"),
    ("Джеффри", "Geoffrey"),
    ("Клод", "Claude"),
    ("Эйлера", "Euler"),
    ("Хойна", "Heun"),
    ("Гоген", "Gauguin"),
    ("Уорхол", "Warhol"),
    ("Хэггстрём", "Häggström"),
    ("Сун", "Song"),
]
OTHERS = [
    ("Кандинский", "Malevich"),
    ("Бах", "Mozart"),
    ("Хинтон", "Bengio"),
    ("Анна", "Vera"),
]


@pytest.mark.parametrize(("russian", "english"), PEOPLE)
def test_a_name_is_known_in_the_other_script(russian, english):
    assert may_be(russian, english)


@pytest.mark.parametrize(("russian", "english"), OTHERS)
def test_another_name_is_not_taken_for_it(russian, english):
    assert not may_be(russian, english)


SAME = [
    ("Метод описал Теуво Кохонен.", "The method is by Teuvo Kohonen."),
    ("Музыка И. С. Баха.", "Music by Johann Sebastian Bach."),
    ("Авторы: Лоренс ван дер Маатен", "By Laurens van der Maaten"),
    ("Гауссиана и карта Кохонена", "A Gaussian and Kohonen’s map"),
    ("Data Scientist-ов приглашает Data Fest", "Data Fest invites Data Scientists"),
    ("Сеть GRU на PyTorch", "A GRU network in PyTorch"),
    ("«Роза глазного дна» скрыта.", "Here Rose Window of the Eye is hidden."),
    ("Сад из одной клетки", "A Garden from One Cell"),
    ("0:07 Лезвие проходит", "0:07 A blade runs"),
    ("Всё о Москве", "All about Moscow"),
]
OTHER = [
    ("Метод описал Кохонен.", "The method is by Hinton.", ("Кохонен", "Hinton")),
    ("Снято в студии.", "Filmed at Pixar.", ("", "Pixar")),
    ("Метод описал Кохонен.", "The method is old.", ("Кохонен", "")),
    ("Фестиваль Data Fest", "The festival Data Conf", ("Data Fest", "")),
    ("Для сети нужен GPU", "The network needs much", ("GPU", "")),
    ("Всё о Москве", "All about it", ("Москве", "")),
]


@pytest.mark.parametrize(("russian", "english"), SAME)
def test_the_same_name_is_no_difference(differences, russian, english):
    assert differences(russian, english) == []


@pytest.mark.parametrize(("russian", "english", "expected"), OTHER)
def test_a_name_of_one_language_alone_is_told(differences, russian, english, expected):
    assert differences(russian, english) == [expected]
