// The reader's choice of language, for the next time they come to the bare address.
const YEAR = 31536000;

export function keepLanguage() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[hreflang]");
    if (!link || link.origin !== location.origin) return;
    const secure = location.protocol === "https:" ? "; secure" : "";
    document.cookie = `language=${link.hreflang}; path=/; max-age=${YEAR}; samesite=lax${secure}`;
  });
}
