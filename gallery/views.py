"""What the gallery serves beside its pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from gallery.models import ArtworkPage, ArtworkPiece


def captions(request: HttpRequest, piece_id: int) -> HttpResponse:
    """The captions of a video in its page's language, while the page is on display."""
    shown = ArtworkPage.objects.on_display()
    pieces = ArtworkPiece.objects.filter(page__in=shown).exclude(captions="")
    piece = get_object_or_404(pieces, pk=piece_id)
    return HttpResponse(piece.captions, content_type="text/vtt; charset=utf-8")
