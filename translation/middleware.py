"""The last word on publishing in the admin, whichever view was asked."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone

from core.middleware import is_admin_path
from core.models.publication import PublicationRefused
from translation.approvals import tell_approval
from translation.refusals import in_own_language, tell, way_back


class RefusedPublicationMiddleware:
    """Answers a refused publication with its reasons instead of an error page.

    Bulk actions and approvals publish where no hook may speak before them; what they
    did until then is rolled back by their own transactions. An approval that was not
    refused is told here as well.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        since = timezone.now()
        response = self.get_response(request)
        tell_approval(request, since)
        return response

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        if not isinstance(exception, PublicationRefused) or not is_admin_path(request):
            return None
        with in_own_language(request.user):
            tell(request, exception)
        url = way_back(request, exception.refused)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            # What Wagtail's dialogue for approvals understands.
            return JsonResponse({"step": "success", "redirect": url})
        return redirect(url)
