"""What the gallery serves beside its pages."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404

from core.facts_in_texts import told_html
from core.media.chapters import chapters_track
from core.models import ArtImage
from gallery.looking import drawing_url
from gallery.models import ArtworkPage, ArtworkPiece

WEBVTT = "text/vtt; charset=utf-8"


def captions(request: HttpRequest, piece_id: int) -> HttpResponse:
    """The captions of a video in its page's language, while the page is on display."""
    piece = get_object_or_404(_on_display().exclude(captions=""), pk=piece_id)
    return _track(piece.captions, piece)


def chapters(request: HttpRequest, piece_id: int) -> HttpResponse:
    """The chapters of a video in its page's language, while the page is on display."""
    pieces = _on_display().exclude(chapters="").select_related("video", "audio")
    piece = get_object_or_404(pieces, pk=piece_id)
    return _track(chapters_track(piece.chapters, piece.duration or 0), piece)


def marked_picture(request: HttpRequest, image_id: int) -> JsonResponse:
    """The address of a picture for the admin, in a size to draw on."""
    image = get_object_or_404(ArtImage, pk=image_id)
    return JsonResponse({"url": drawing_url(image)})


def _track(words: str, piece: ArtworkPiece) -> HttpResponse:
    language = piece.page.locale.language_code
    return HttpResponse(told_html(words, language), content_type=WEBVTT)


def _on_display():
    pieces = ArtworkPiece.objects.select_related("page__locale")
    return pieces.filter(page__in=ArtworkPage.objects.on_display())
