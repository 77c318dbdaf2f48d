"""What a browser does behind the reader's back."""

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response


class Witness:
    """Notes what no page may do: fail, ask another origin, and complain.

    Complaints are what Chromium writes to its console: also whatever a content
    security policy stopped, and every file that was not found. The admin's are not
    heard, because a draft that cannot be saved yet is one of them.
    """

    def __init__(
        self, context: BrowserContext, origin: str, *, hears_complaints: bool = True
    ) -> None:
        self.origin = origin
        self.seen: list[str] = []
        if hears_complaints:
            context.on("console", self._on_console)
        context.on("weberror", lambda error: self.seen.append(f"{error.error}"))
        context.on("request", self._on_request)
        context.on("response", self._on_response)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.seen.append(message.text)

    def _on_request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.origin}/", "data:", "blob:")):
            self.seen.append(f"asks {request.url}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 500:
            self.seen.append(f"{response.status} from {response.url}")
