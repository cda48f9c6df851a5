"""Settings: from the environment, a .env file and a secrets folder."""

import os
import re
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

from dotenv import dotenv_values
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from pydantic_settings import SettingsError as SourceError

from bot.grants import Grants

PREFIX = "FOOTNOTE_"
SECRETS = Path("/run/secrets")
_OF_OTHERS = ("SHARED",)
"""What begins like a setting and is read elsewhere: where the evaluation sets are."""
DISCORD_API = "https://discord.com/api/v10"

_TOKEN = re.compile(r"[\w-]{18,}\.[\w-]{4,}\.[\w-]{20,}", re.ASCII)
_ADDRESS = re.compile(r"https?://[^\s/?#]+(?:/[^\s?#]*)?")
_READER = re.compile(r"https?://[\w.-]+(?::\d{1,5})?(?:/[\w./~-]*)?", re.ASCII)
"""Of such characters that a link can begin with it wherever that stands."""
_LONGEST_READER = 120
"""Five footnotes have 1,800 characters of a message, most of which a permit and a title need."""
_CREDENTIALS = re.compile(r"(//)[^/@\s]+@")
_HOST_AND_PORT = re.compile(r"(?P<host>\[[0-9A-Fa-f:.]+\]|[^\s:/\[\]]*):(?P<port>\d{1,5})")


class SettingsError(Exception):
    """A setting has a value it does not take; the message is one line for people and holds no secret."""


def _address(value: str) -> str:
    if not _ADDRESS.fullmatch(value):
        raise ValueError("an address such as http://proxy:8080/api/v10")
    return value.rstrip("/")


def _reader(value: str) -> str:
    if value and (len(value) > _LONGEST_READER or not _READER.fullmatch(value)):
        raise ValueError("the address that people reach the source reader at, such as https://notes.example.org")
    return value.rstrip("/")


def _host_and_port(value: str) -> str:
    found = _HOST_AND_PORT.fullmatch(value)
    if value and (found is None or int(found["port"]) > 65535):
        raise ValueError("host:port such as 127.0.0.1:8080, or nothing")
    return value


def _no_cluster(value: str) -> str:
    if value:
        raise ValueError("nothing yet: this release has the embedded index only")
    return value


def _grants(value: object) -> object:
    if value == "":
        return Grants()
    return Grants.read(value) if isinstance(value, str) else value


class Settings(BaseSettings):
    """What Footnote is set up with. Each field is read from ``FOOTNOTE_`` and its name in capitals.

    Attributes:
        discord_token: The bot's token; only ``run`` and ``check`` need it.
        corpus: Folder of the documents.
        index: Folder of the index, a cache that may always be deleted.
        data: Folder for what must last.
        discord_api: Base address of Discord's REST API.
        http: ``host:port`` that the bot serves health checks and the source reader at; empty turns it off.
        reader: Address that people reach the source reader at, as links to it begin; empty turns the reader off.
        opensearch: Address of an OpenSearch cluster; this release takes none.
        collections: Which collections a server may see: JSON with a list for each server's id and for ``default``,
            which holds for all others, for DMs and for people who have Footnote in their own account. ``*`` is every
            collection. Without ``default`` that is the collection ``shared``; without the setting, every collection.
        message_content: Whether to ask Discord for the privileged message content intent, which answering every message
            of a channel or forum takes.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_file_encoding="utf-8",
        extra="ignore",
        frozen=True,
        validate_default=False,
        hide_input_in_errors=True,
    )

    discord_token: SecretStr | None = None
    corpus: Path = Path("corpus")
    index: Path = Path(".footnote/index")
    data: Path = Path(".footnote/data")
    discord_api: Annotated[str, AfterValidator(_address)] = DISCORD_API
    http: Annotated[str, AfterValidator(_host_and_port)] = ""
    reader: Annotated[str, AfterValidator(_reader)] = ""
    opensearch: Annotated[str, AfterValidator(_no_cluster)] = Field(default="")
    collections: Annotated[Grants, NoDecode, BeforeValidator(_grants)] = Field(default=Grants())
    message_content: bool = False

    @field_validator("corpus", "index", "data", mode="before")
    @classmethod
    def _folder(cls, value: object) -> object:
        if value == "" or (isinstance(value, str) and "\0" in value):
            raise ValueError("the path of a folder")
        return Path(value).expanduser() if isinstance(value, (str, Path)) else value

    @field_validator("discord_token", mode="before")
    @classmethod
    def _token(cls, value: object) -> object:
        """Takes an empty token as none, as an emptied line in a .env file means it."""
        if isinstance(value, str):
            value = value.strip()
        return value or None

    def token(self) -> str:
        """The bot's token.

        Raises:
            SettingsError: It is missing, or cannot be a bot's token.
        """
        if self.discord_token is None:
            raise SettingsError(
                f"{PREFIX}DISCORD_TOKEN is not set: it takes the bot's token, from the Bot page of its application at "
                "discord.com/developers"
            )
        token = self.discord_token.get_secret_value()
        # A rate-limiting proxy may hold the real token and take any word in its place.
        well_formed = _TOKEN.fullmatch(token) if self.discord_api == DISCORD_API else re.fullmatch(r"[!-~]+", token)
        if well_formed is None:
            raise SettingsError(
                f"{PREFIX}DISCORD_TOKEN holds something that is no bot token (its value is not shown): it takes three "
                "parts joined by dots, without the word Bot"
            )
        return token

    def reader_address(self) -> str | None:
        """The address that links to the source reader begin with, None where it is turned off.

        Raises:
            SettingsError: It would be served nowhere.
        """
        if self.reader and self.http_address is None:
            raise SettingsError(
                f"{PREFIX}READER is set, but not {PREFIX}HTTP: it takes the host:port to serve the source reader at"
            )
        return self.reader or None

    @property
    def http_address(self) -> tuple[str, int] | None:
        """Host and port to serve at, None where that is turned off."""
        found = _HOST_AND_PORT.fullmatch(self.http)
        return (found["host"].strip("[]") or "0.0.0.0", int(found["port"])) if found else None  # noqa: S104  # as asked for


def read_settings(**given: Path | None) -> Settings:
    """The settings, those given on the command line before all others.

    Raises:
        SettingsError: A value is not what its setting takes.
    """
    secrets = SECRETS if SECRETS.is_dir() else None
    chosen: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    try:
        return Settings(_secrets_dir=secrets, **chosen)  # type: ignore[call-arg]  # declared by pydantic-settings at run time
    except ValidationError as error:
        raise SettingsError("; ".join(_line(one, chosen) for one in error.errors())) from None
    except UnicodeDecodeError:
        raise SettingsError("the file .env is not UTF-8 text") from None
    except SourceError as error:
        raise SettingsError(f"the settings cannot be read: {error}: {error.__cause__}") from None
    except OSError as error:
        raise SettingsError(f"the settings in {error.filename} cannot be read: {error.strerror}") from None


def unknown_settings() -> list[str]:
    """A sentence on each name in the environment, the .env file and the secrets folder that is like one and is none."""
    known = [name.upper() for name in Settings.model_fields]
    secrets = (one.name for one in SECRETS.iterdir()) if SECRETS.is_dir() else ()
    given = {name.upper() for name in (*os.environ, *dotenv_values(".env"), *secrets)}
    bare = sorted(name.removeprefix(PREFIX) for name in given if name.startswith(PREFIX))
    found = []
    for name in (one for one in bare if one not in (*known, *_OF_OTHERS)):
        near = next((f": did you mean {PREFIX}{one}?" for one in get_close_matches(name, known, 1)), ".")
        found.append(f"{PREFIX}{name} is no setting and has no effect{near}")
    return found


def _line(problem: Any, given: Iterable[str]) -> str:
    """One line naming the setting and what it takes; what it holds is named except for a secret."""
    field = str(problem["loc"][0])
    name = f"--{field}" if field in given else f"{PREFIX}{field.upper()}"
    if field == "discord_token":
        return f"{name} is unusable"
    takes = str(problem.get("ctx", {}).get("error", problem["msg"]))
    if problem["type"].startswith("bool_"):
        takes = "true or false"
    held = _CREDENTIALS.sub(r"\1***@", repr(problem.get("input")))
    return f"{name} holds {held}: it takes {takes}"
