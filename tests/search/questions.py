"""The table of questions: what each finds, in which order, on every database.

A question that finds nothing may be offered another spelling.
"""

RUSSIAN = [
    # Word forms; a title that says no more first, then the very form, then the newest.
    (
        "художник",
        "Художники",
        "Художники спорят",
        "Портрет художника",
        "Море помнит сеть",
    ),
    (
        "художники",
        "Художники",
        "Художники спорят",
        "Портрет художника",
        "Море помнит сеть",
    ),
    (
        "художников",
        "Художники",
        "Художники спорят",
        "Портрет художника",
        "Море помнит сеть",
    ),
    (
        "художником",
        "Художники",
        "Художники спорят",
        "Портрет художника",
        "Море помнит сеть",
    ),
    (
        "художника",
        "Художники",
        "Портрет художника",
        "Художники спорят",
        "Море помнит сеть",
    ),
    (
        "ХУДОЖНИКАМИ!",
        "Художники",
        "Художники спорят",
        "Портрет художника",
        "Море помнит сеть",
    ),
    # One letter.
    ("ёлка", "Ёлка и ежи"),
    ("елки", "Ёлка и ежи"),
    ("е\N{COMBINING DIAERESIS}лкой", "Ёлка и ежи"),
    ("ёж", "Ёлка и ежи"),
    # Titles, then names, then texts.
    ("нейросеть", "Нейросеть слушает дождь", "Художники спорят"),
    ("StyleGAN", "StyleGAN", "Море помнит сеть", "Нейросеть слушает дождь"),
    ("stylegan2", "Нейросеть слушает дождь"),
    ("клеточные автоматы", "Клеточный автомат", "Тихий сад машин", "Сад"),
    ("петрова", "Анна Петрова", "Портрет художника"),
    ("сад", "Сад", "Тихий сад машин"),
    # Several words, stop words, scripts.
    ("нейросеть StyleGAN", "Нейросеть слушает дождь"),
    ("«нейросеть StyleGAN»",),
    ("портреты художников", "Портрет художника"),
    ("сад машин", "Тихий сад машин"),
    ("в саду", "Сад", "Тихий сад машин"),
    ("художники дождь",),
    ("опен-колл", "Опен-колл"),
    ("100 % музыка", "Ёлка и ежи"),
    # Phrases, in any forms, in texts and transcripts.
    ("«нейросети спорят»", "Художники спорят"),
    ('"нейросеть спорит"', "Художники спорят"),
    ("«спорят нейросети»",),
    ("«кто тебя рисовал»", "Сад"),
    ("«тихий сад» машина", "Тихий сад машин"),
    # What nobody says may be a beginning.
    ("нейрос", "Нейросеть слушает дождь", "Художники спорят"),
    ("тихий сад маш", "Тихий сад машин"),
    # Other spellings: a letter more, less, other or swapped; two; another keyboard.
    ("художнк", "→", "художник"),
    ("бортрет", "→", "портрет"),
    ("потррет художника", "→", "портрет художника"),
    ("нейрасить", "→", "нейросеть"),
    # A Latin letter that looks like a Russian one.
    ("Тихий cад", "→", "Тихий сад"),
    ("gjhnhtn", "→", "портрет"),
    ("Style ган2",),
    ("абракадабра",),
    # No words.
    ("!!!",),
    ("🎨",),
]

ENGLISH = [
    ("artist", "Portrait of an Artist", "Artists at Rest", "The Sea Remembers"),
    ("artists", "Artists at Rest", "Portrait of an Artist", "The Sea Remembers"),
    ("The ARTISTS'", "Artists at Rest", "Portrait of an Artist", "The Sea Remembers"),
    ("paint", "Café Noise", "The Sea Remembers", "Portrait of an Artist"),
    ("cellular automata", "→", "cellular automaton"),
    ("automaton", "Cellular automaton", "Garden"),
    ("gardens", "Garden"),
    ("StyleGAN", "Café Noise"),
    ("нейросети StyleGAN2", "Café Noise"),
    ("“no artist”", "The Sea Remembers"),
    ('"artist no"',),
    ("rememb", "The Sea Remembers"),
    ("protrait", "→", "portrait"),
    ("зщкекфше", "→", "portrait"),
    # Pages of the other language are not found.
    ("художник",),
]
