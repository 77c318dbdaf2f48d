"""The pages where files of words are taken and handed in."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header, urlencode
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.models import Translation

from translation.exchange import scope, taking
from translation.exchange.formats import FORMATS, Format
from translation.exchange.forms import WAITING, ExportForm, ImportForm
from translation.exchange.judging import SOUND, Verdict, counts
from translation.exchange.lines import FileRefused
from translation.exchange.tasks import take_words
from translation.exchange.units import things
from translation.models import Delivery

# More lines than these are taken by a job.
AT_ONCE = 100
SHOWN = 200


def export(request: HttpRequest) -> HttpResponse:
    """Ask what should go into a file, and give it.

    `record` is a translation, `section` a page with all below it, by its key or its
    translation key; without either it is everything that this person may put into
    words.
    """
    records, title = _chosen(request)
    languages = scope.languages(records)
    asked = request.GET if "format" in request.GET else None
    form = ExportForm(asked, languages=languages)
    if asked and form.is_valid():
        return _file(request, records, form.cleaned_data)
    context = {
        "form": form,
        "chosen": title,
        "count": records.count(),
        "record": request.GET.get("record", ""),
        "section": request.GET.get("section", ""),
    }
    return _page(request, "export", _("Export for translation tools"), context)


def _chosen(request: HttpRequest) -> tuple[QuerySet[Translation], str]:
    """The translations that the address speaks of, and what to call them."""
    records = scope.wordable(request.user)
    if not records.exists():
        raise PermissionDenied
    record, section = request.GET.get("record", ""), request.GET.get("section", "")
    if record:
        records = records.filter(pk=_number(record))
        if not records:
            raise PermissionDenied
        return records, next(iter(scope.titles_of(list(records)).values()))
    page = scope.section(section)
    if page is not None:
        return scope.in_section(records, page), page.get_admin_display_title()
    return records, ""


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _file(
    request: HttpRequest, records: QuerySet[Translation], chosen: dict
) -> HttpResponse:
    language = chosen["language"]
    records = records.filter(target_locale=language)
    only_waiting = chosen["strings"] == WAITING
    if only_waiting:
        records = scope.waiting(records)
    found = list(records)
    if not found:
        messages.info(request, _("Nothing is missing or stale here."))
        return redirect(_without_choice(request))
    name = _name(request, found)
    return as_file(found, FORMATS[chosen["format"]], name, only_waiting=only_waiting)


def as_file(
    records: list[Translation], kind: Format, name: str, *, only_waiting: bool = False
) -> HttpResponse:
    """The strings of translations into one language, as an answer to download."""
    first = records[0]
    languages = (first.source.locale.language_code, first.target_locale.language_code)
    text = kind.write(
        things(records, only_waiting=only_waiting), languages, timezone.now()
    )
    response = HttpResponse(text, content_type=kind.content_type)
    response["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=f"{name}-{languages[1]}.{kind.suffix}"
    )
    return response


def _name(request: HttpRequest, records: list[Translation]) -> str:
    if request.GET.get("record"):
        return name_of_file(records[0])
    page = scope.section(request.GET.get("section", ""))
    return page.slug if page else "mlart"


def name_of_file(record: Translation) -> str:
    """The address of a page, of which every letter is plain; else what it is."""
    target = record.get_target_instance()
    if isinstance(target, Page):
        return target.slug
    return f"{target._meta.model_name}-{target.pk}"


def _without_choice(request: HttpRequest) -> str:
    chosen = {name: request.GET.get(name, "") for name in ("record", "section")}
    query = urlencode({name: value for name, value in chosen.items() if value})
    return reverse("translation_export") + (f"?{query}" if query else "")


def take_in(request: HttpRequest) -> HttpResponse:
    """Ask for a file that comes back."""
    if not scope.wordable(request.user).exists():
        raise PermissionDenied
    handed_in = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ImportForm(*handed_in)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            delivery = taking.receive(request.user, file.name, file.read())
        except FileRefused as refusal:
            form.add_error("file", str(refusal))
        else:
            return redirect("translation_delivery", delivery.pk)
    return _page(request, "import", _("Import translations"), {"form": form})


def delivery(request: HttpRequest, delivery_id: int) -> HttpResponse:
    """What a file would change; then, how far that is; then, what came of it."""
    light = Delivery.objects.defer("content")
    handed_in = get_object_or_404(light, pk=delivery_id, user=request.user)
    if not scope.wordable(request.user).exists():
        raise PermissionDenied
    if not request.accepts("text/html"):
        finished = handed_in.finished_at is not None
        state = {"done": handed_in.done, "total": handed_in.total, "finished": finished}
        return JsonResponse(state)
    if request.method == "POST":
        return _begin(request, handed_in)
    context = {"delivery": handed_in}
    if handed_in.started_at is None:
        context |= _preview(handed_in)
    return _page(request, "delivery", handed_in.name, context)


def _begin(request: HttpRequest, handed_in: Delivery) -> HttpResponse:
    replacing = bool(request.POST.get("replace"))
    found = counts(taking.judged_lines(handed_in))
    total = sum(found[verdict] for verdict in SOUND)
    total += found[Verdict.CONFLICT] if replacing else 0
    if not taking.begin(handed_in, total, replacing=replacing):
        messages.warning(request, _("The words of this file are being taken already."))
    elif total > AT_ONCE:
        take_words.enqueue(handed_in.pk)
    else:
        take_words.call(handed_in.pk)
    return redirect("translation_delivery", handed_in.pk)


def _preview(handed_in: Delivery) -> dict:
    judged = taking.judged_lines(handed_in)
    refused = [one for one in judged if one.verdict == Verdict.REFUSED]
    conflicts = [one for one in judged if one.verdict == Verdict.CONFLICT]
    sound = [one for one in judged if one.verdict in SOUND]
    return {
        "left_counts": _left(counts(judged)),
        "sound": sound[:SHOWN],
        "sound_count": len(sound),
        "refused": refused[:SHOWN],
        "refused_count": len(refused),
        "conflicts": conflicts[:SHOWN],
        "conflicts_count": len(conflicts),
    }


def _left(found: dict[str, int]) -> dict[str, int]:
    """What needs no decision, and stands in no list of its own."""
    told = {Verdict.REFUSED, Verdict.CONFLICT}
    return {name: count for name, count in found.items() if name not in told}


def _page(request: HttpRequest, name: str, title: str, context: dict) -> HttpResponse:
    above = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("translation_board"), "label": _("Translations")},
        {"url": "", "label": title},
    ]
    page = {
        "header_title": title,
        "header_icon": "wagtail-localize-language",
        "breadcrumbs_items": above,
    }
    template = f"translation/exchange/{name}.html"
    return render(request, template, {**page, **context})
