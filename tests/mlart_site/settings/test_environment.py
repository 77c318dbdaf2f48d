import re

import pytest

from mlart_site.settings import environment

URL_OF_POSTGRESQL = "postgres://mlart:secret@db.example.org:5433/gallery"

VARIABLES = re.findall(
    r"^# ([A-Z][A-Z0-9_]+)=",
    (environment.PROJECT_DIR / ".env.example").read_text(),
    re.M,
)


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch):
    """Nothing is set but what a test sets."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def refused(function, *arguments, **options) -> str:
    """The one sentence with which a function ends the start."""
    with pytest.raises(SystemExit) as ended:
        function(*arguments, **options)
    sentence = ended.value.code
    assert sentence.startswith("mlart: ")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize(
    ("given", "meant"), [("yes", True), ("1", True), ("No", False), ("", False)]
)
def test_flag_reads_yes_and_no(monkeypatch, given, meant):
    monkeypatch.setenv("DEMO", given)

    assert environment.flag("DEMO", default=True) is meant


def test_flag_that_is_neither_is_refused(monkeypatch):
    monkeypatch.setenv("DEMO", "perhaps")

    assert "DEMO must be yes or no" in refused(environment.flag, "DEMO", default=True)


@pytest.mark.parametrize("given", ["many", "-1", "1.5", "0"])
def test_number_out_of_range_is_refused(monkeypatch, given):
    monkeypatch.setenv("WEB_WORKERS", given)

    sentence = refused(environment.whole_number, "WEB_WORKERS", default=2, least=1)

    assert "WEB_WORKERS must be a whole number from 1 up" in sentence


def test_port_above_the_last_one_is_refused(monkeypatch):
    monkeypatch.setenv("PORT", "65536")

    assert "PORT must be" in refused(environment.listening_port)


@pytest.mark.parametrize(
    ("host", "port", "url"),
    [
        ("", "", "http://127.0.0.1:8000"),
        ("127.0.0.1", "9000", "http://127.0.0.1:9000"),
        ("0.0.0.0", "9000", "http://127.0.0.1:9000"),
        ("[::1]", "9000", "http://[::1]:9000"),
        ("gallery.local", "80", "http://gallery.local:80"),
    ],
)
def test_public_url_follows_the_address_listened_on(monkeypatch, host, port, url):
    monkeypatch.setenv("HOST", host)
    if port:
        monkeypatch.setenv("PORT", port)

    assert environment.public_url() == url


def test_given_public_url_loses_its_last_slash(monkeypatch):
    monkeypatch.setenv("PUBLIC_URL", "https://mlart.org/")

    assert environment.public_url() == "https://mlart.org"


@pytest.mark.parametrize("given", ["mlart.org", "ftp://mlart.org", "https://"])
def test_public_url_without_its_parts_is_refused(monkeypatch, given):
    monkeypatch.setenv("PUBLIC_URL", given)

    assert "PUBLIC_URL must look like" in refused(environment.public_url)


def test_given_hosts_are_the_only_ones(monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", "mlart.org,www.mlart.org")

    assert environment.allowed_hosts() == ["mlart.org", "www.mlart.org"]


def test_hosts_are_this_machine_and_the_public_one_by_default(monkeypatch):
    monkeypatch.setenv("PUBLIC_URL", "https://mlart.org")

    assert environment.allowed_hosts() == [
        "127.0.0.1",
        "[::1]",
        "localhost",
        "mlart.org",
    ]


def test_listening_everywhere_allows_the_machine_by_its_own_names(monkeypatch):
    monkeypatch.setenv("HOST", "0.0.0.0")
    monkeypatch.setattr(environment.socket, "gethostname", lambda: "Gallery")

    hosts = environment.allowed_hosts()

    assert "gallery" in hosts
    assert "*" not in hosts


def test_secret_key_is_made_once_and_kept_private(tmp_path):
    first = environment.secret_key(tmp_path / "var")

    assert len(first) >= 50
    assert environment.secret_key(tmp_path / "var") == first
    assert (tmp_path / "var/secret_key").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in (tmp_path / "var").iterdir()] == ["secret_key"]


def test_secret_key_of_the_quicker_process_is_kept(tmp_path):
    kept = tmp_path / "secret_key"
    kept.write_text("quicker")

    environment.keep_once(kept, "slower")

    assert kept.read_text() == "quicker"


def test_given_secret_key_touches_no_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET_KEY", "given")

    assert environment.secret_key(tmp_path / "absent") == "given"
    assert not (tmp_path / "absent").exists()


def test_unwritable_data_folder_is_refused(tmp_path):
    (tmp_path / "file").touch()

    sentence = refused(environment.secret_key, tmp_path / "file" / "var")

    assert "cannot write the data folder" in sentence


def test_relative_data_folder_lies_in_the_project(monkeypatch):
    monkeypatch.setenv("VAR_DIR", "elsewhere")

    assert environment.data_folder() == environment.PROJECT_DIR / "elsewhere"


def test_database_is_sqlite_in_the_data_folder_by_default(tmp_path):
    config = environment.database(tmp_path)

    assert config["ENGINE"].endswith("sqlite3")
    assert config["NAME"] == str(tmp_path / "db.sqlite3")
    assert config["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_postgresql_is_read_from_its_url(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", URL_OF_POSTGRESQL)

    config = environment.database(tmp_path)

    assert config["ENGINE"].endswith("postgresql")
    assert (config["HOST"], config["PORT"]) == ("db.example.org", 5433)
    assert (config["NAME"], config["USER"]) == ("gallery", "mlart")
    assert config["CONN_HEALTH_CHECKS"] is True


@pytest.mark.parametrize(
    "given",
    [
        "mysql://u:secret@host/name",
        "gallery",
        "postgres://u:secret@host:port/name",
        "postgres://",
    ],
)
def test_unusable_database_url_is_refused_without_showing_it(
    monkeypatch, tmp_path, given
):
    monkeypatch.setenv("DATABASE_URL", given)

    sentence = refused(environment.database, tmp_path)

    assert "DATABASE_URL must look like" in sentence
    assert "secret" not in sentence


def test_memory_cache_keeps_no_renditions():
    caches = environment.caches()

    assert caches["default"]["BACKEND"].endswith("LocMemCache")
    assert caches["renditions"]["BACKEND"].endswith("DummyCache")


def test_redis_cache_serves_all(monkeypatch):
    monkeypatch.setenv("CACHE_URL", "redis://cache.example.org:6379/1")

    caches = environment.caches()

    assert caches.keys() == {"default"}
    assert caches["default"]["LOCATION"] == "redis://cache.example.org:6379/1"
    assert caches["default"]["BACKEND"] == "django.core.cache.backends.redis.RedisCache"


def test_letters_are_printed_by_default_and_sent_when_asked(monkeypatch):
    assert environment.mail()["EMAIL_BACKEND"].endswith("console.EmailBackend")
    monkeypatch.setenv("EMAIL_URL", "smtp+tls://robot:secret@smtp.example.org:587")

    mail = environment.mail()

    assert (mail["EMAIL_HOST"], mail["EMAIL_PORT"]) == ("smtp.example.org", 587)
    assert mail["EMAIL_USE_TLS"] is True


@pytest.mark.parametrize(
    ("name", "given", "function"),
    [
        ("CACHE_URL", "nowhere://", environment.caches),
        ("EMAIL_URL", "pigeon://", environment.mail),
        ("EMAIL_URL", "smtp://host:port", environment.mail),
        ("JOBS_URL", "amqp://host", environment.task_backend),
        ("LOG_LEVEL", "LOUD", environment.log_level),
    ],
)
def test_other_unusable_values_are_refused_by_name(monkeypatch, name, given, function):
    monkeypatch.setenv(name, given)

    assert f"{name} must" in refused(function)


def test_uploads_lie_on_the_disk_by_default():
    assert "FileSystemStorage" in environment.media_storage()["BACKEND"]
    assert environment.csp_directives()["media-src"] == ["'self'"]


@pytest.mark.parametrize(
    ("name", "given", "origin"),
    [
        ("S3_PUBLIC_DOMAIN", "media.mlart.org", "https://media.mlart.org"),
        ("S3_ENDPOINT_URL", "https://s3.example.org", "https://s3.example.org"),
        ("S3_REGION", "eu-west-1", "https://*.amazonaws.com"),
    ],
)
def test_bucket_is_a_place_that_pages_may_load_from(monkeypatch, name, given, origin):
    monkeypatch.setenv("S3_BUCKET", "works")
    monkeypatch.setenv(name, given)

    storage = environment.media_storage()

    assert storage["BACKEND"] == "storages.backends.s3.S3Storage"
    assert storage["OPTIONS"]["bucket_name"] == "works"
    assert origin in environment.csp_directives()["img-src"]


def test_jobs_wait_in_redis_when_it_is_named(monkeypatch):
    assert "django_tasks_db" in environment.task_backend()["BACKEND"]

    monkeypatch.setenv("JOBS_URL", "redis://127.0.0.1:6379/0")

    assert "django_tasks_rq" in environment.task_backend()["BACKEND"]


@pytest.mark.parametrize(
    ("url", "variables", "settings"),
    [
        ("http://127.0.0.1:8000", {}, (0, False, False)),
        ("https://mlart.org", {}, (31_536_000, False, False)),
        (
            "https://mlart.org",
            {"HSTS_INCLUDE_SUBDOMAINS": "yes"},
            (31_536_000, True, False),
        ),
        (
            "https://mlart.org",
            {"HSTS_INCLUDE_SUBDOMAINS": "yes", "HSTS_PRELOAD": "yes"},
            (31_536_000, True, True),
        ),
    ],
)
def test_https_is_insisted_on_no_further_than_asked(
    monkeypatch, url, variables, settings
):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert tuple(environment.strict_transport(url).values()) == settings


def test_the_lists_of_browsers_take_whole_domains_alone(monkeypatch):
    monkeypatch.setenv("HSTS_PRELOAD", "yes")

    sentence = refused(environment.strict_transport, "https://mlart.org")

    assert "HSTS_INCLUDE_SUBDOMAINS=yes" in sentence


def test_no_machine_translates_unless_one_is_named():
    assert environment.machine_translator() is None


def test_libretranslate_is_named_by_its_address(monkeypatch):
    monkeypatch.setenv("LIBRETRANSLATE_URL", "https://translate.example.org/")
    monkeypatch.setenv("LIBRETRANSLATE_KEY", "secret")

    machine = environment.machine_translator()

    assert machine["CLASS"].endswith("LibreTranslator")
    options = machine["OPTIONS"]
    assert options["LIBRETRANSLATE_URL"] == "https://translate.example.org"
    assert options["API_KEY"] == "secret"


def test_deepl_is_named_by_its_key(monkeypatch):
    monkeypatch.setenv("DEEPL_AUTH_KEY", "key:fx")

    machine = environment.machine_translator()

    assert machine["CLASS"].endswith("DeepLTranslator")
    assert machine["OPTIONS"]["AUTH_KEY"] == "key:fx"


def test_two_machines_are_one_too_many(monkeypatch):
    monkeypatch.setenv("LIBRETRANSLATE_URL", "https://translate.example.org")
    monkeypatch.setenv("DEEPL_AUTH_KEY", "key")

    assert "not both" in refused(environment.machine_translator)
