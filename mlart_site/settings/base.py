"""Settings of the running site, read from the environment; safe as they stand.

Production uses these unchanged; development and tests loosen them. Every
variable is listed in `.env.example`.
"""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from mlart_site.settings.environment import (
    allowed_hosts,
    caches,
    csp_directives,
    data_folder,
    database,
    env,
    flag,
    jobs_url,
    log_level,
    machine_translator,
    mail,
    media_storage,
    public_url,
    secret_key,
    strict_transport,
    task_backend,
    whole_number,
)

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = data_folder()

DEBUG = False
SECRET_KEY = secret_key(VAR_DIR)
ALLOWED_HOSTS = allowed_hosts()
PUBLIC_URL = public_url()
SERVED_OVER_HTTPS = PUBLIC_URL.startswith("https://")

INSTALLED_APPS = [
    "core",
    "accounts",
    "gallery",
    "home",
    "opencall",
    "search",
    "translation",
    "mlart_site",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.contrib.humanize",
    "django_cleanup.apps.CleanupSelectedConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "core.reading.ReadingMiddleware",
    "core.middleware.KeptPartsMiddleware",
    "core.page_cache.PageCacheMiddleware",
    "core.middleware.TextCompressionMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "core.middleware.AdminLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "core.middleware.ContentSecurityPolicyMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "core.middleware.FactsAtHandMiddleware",
    "core.middleware.TakenAddressMiddleware",
    "translation.middleware.RefusedPublicationMiddleware",
]

ROOT_URLCONF = "mlart_site.urls"
WSGI_APPLICATION = "mlart_site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "core.context_processors.chrome",
            ],
        },
    },
]

DATABASES = {"default": database(VAR_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = caches()
PAGE_CACHE_SECONDS = whole_number("PAGE_CACHE_SECONDS", default=60)
TASKS = {"default": task_backend()}
# Longer than the longest job: cutting a large image and storing its tiles.
RQ_QUEUES = (
    {"default": {"URL": jobs_url(), "DEFAULT_TIMEOUT": 3600}} if jobs_url() else {}
)
if RQ_QUEUES:
    INSTALLED_APPS += ["django_rq", "django_tasks_rq"]

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"

LANGUAGE_CODE = "ru"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("ru", _("Russian")), ("en", _("English"))]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("ru", "Русский"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "corrections"]
TIME_ZONE = "Europe/Moscow"
USE_TZ = True
USE_I18N = True
FORMAT_MODULE_PATH = "mlart_site.formats"
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = SERVED_OVER_HTTPS

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
MEDIA_URL = env.str("MEDIA_URL", default="/media/")
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": media_storage(),
    "staticfiles": {"BACKEND": "mlart_site.storage.JoinedStaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o644

EMAIL_CONFIG = mail()
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.str(
    "DEFAULT_FROM_EMAIL", default="Machine Learning Art <robot@mlart.invalid>"
)

SECURE_SSL_REDIRECT = SERVED_OVER_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
HSTS_CONFIG = strict_transport(PUBLIC_URL)
vars().update(HSTS_CONFIG)
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SERVED_OVER_HTTPS
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[PUBLIC_URL])
if flag("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = [
    # Wagtail shows previews in a frame of this origin, which DENY would forbid.
    "security.W019",
    # Whether HSTS reaches further than this name is for the environment to say.
    "security.W005",
    "security.W021",
]
CONTENT_SECURITY_POLICY = {"DIRECTIVES": csp_directives()}

WAGTAIL_SITE_NAME = "Machine Learning Art"
WAGTAILADMIN_BASE_URL = PUBLIC_URL
WAGTAILADMIN_USER_LOGIN_FORM = "accounts.forms.SignInForm"
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "accounts.forms.PasswordResetForm"
WAGTAIL_I18N_ENABLED = True
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILIMAGES_IMAGE_MODEL = "core.ArtImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "core.forms.ArtImageForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "jpg", "jpeg", "png", "tif", "tiff", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 200 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "core.admin.facts.FactsTextArea",
        "OPTIONS": {"features": ["bold", "italic", "link", "h3", "ul", "ol"]},
    }
}
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.backends.database"}}
# Seconds between two times that a process writes down what visitors did.
COUNTS_PAUSE = 60
WAGTAILREDIRECTS_AUTO_CREATE = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "translation.reviews.finishing.publish_approved"
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = machine_translator()

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": log_level()},
}
