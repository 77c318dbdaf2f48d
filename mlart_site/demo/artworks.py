"""What the pages of the works hold, in either language."""

from django.utils.html import escape

from gallery.models import ArtworkPiece, ArtworkTechnique, Credit, Detail
from mlart_site.demo.children import in_order
from mlart_site.demo.content import DemoContent, by_suffix
from mlart_site.demo.keys import stable_key
from mlart_site.demo.streams import Shelf

SAME_NAMES = (
    "title",
    "slug",
    "search_description",
    "year",
    "extent",
    "human_part",
    "licence",
    "attribution",
    "content_note",
    "wall_size",
)
PASSPORT = {
    "model_name": "model",
    "architecture": "architecture",
    "parameters": "parameters",
    "weights": "weights",
    "code": "code",
    "framework": "framework",
    "hardware": "hardware",
    "training_seconds": "training_time_s",
    "seed": "seed",
}
TRAINING_DATA = {
    "training_data": "name",
    "training_data_source": "source",
    "training_data_licence": "licence",
}


def paragraph(plain_text: str) -> str:
    """Plain text as the single paragraph of a rich text."""
    return f"<p>{escape(plain_text)}</p>" if plain_text else ""


def artwork_fields(
    content: DemoContent, shelf: Shelf, work: dict, language: str
) -> dict:
    """The page of a work with its piece, credits and techniques."""
    told = by_suffix(work, language)
    return {
        **{name: told[name] for name in SAME_NAMES},
        "text": paragraph(told["description"]),
        **_passport(work["passport"], language),
        "pieces": in_order([_piece(content, shelf, told)]),
        "details": _details(work, language),
        "credits": in_order(
            Credit(artist=shelf.pages[credit["artist"]], role=credit["role"])
            for credit in work["credits"]
        ),
        "artwork_techniques": in_order(
            ArtworkTechnique(technique=shelf.pages[slug]) for slug in work["techniques"]
        ),
    }


def _passport(passport: dict, language: str) -> dict:
    told = by_suffix(passport, language)
    data = by_suffix(passport["training_data"] or {}, language)
    fields = {field: told.get(name) for field, name in PASSPORT.items()}
    fields |= {field: data.get(name) or "" for field, name in TRAINING_DATA.items()}
    numbers = {"parameters", "training_seconds", "seed"}
    return {
        name: value if name in numbers else value or ""
        for name, value in fields.items()
    }


def _piece(content: DemoContent, shelf: Shelf, told: dict) -> ArtworkPiece:
    media = shelf.media[told["slug"]]
    kind = "image" if told["medium"] == "image" else media._meta.model_name
    return ArtworkPiece(
        translation_key=stable_key(f"{told['slug']}.piece"),
        alt_text=told["alt"],
        description=told["sound_description"],
        captions=content.text_of(told["captions"]),
        chapters=told.get("chapters", ""),
        **{kind: media},
    )


def _details(work: dict, language: str) -> list[Detail]:
    """What visitors are led to in the image, in order."""
    return in_order(
        Detail(
            translation_key=stable_key(f"{work['slug']}.detail-{number}"),
            **by_suffix(told, language),
        )
        for number, told in enumerate(work.get("details", []), start=1)
    )
