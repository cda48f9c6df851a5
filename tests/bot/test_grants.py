import pytest

from bot.grants import Grants
from index.record import WITHHELD


@pytest.mark.parametrize("text", ['{"default": ["withheld"]}', '{"default": ["*"], "1": ["shared", "withheld"]}'])
def test_what_is_withheld_cannot_be_granted_by_name(text: str) -> None:
    with pytest.raises(ValueError, match=f'no "{WITHHELD}": that is the collection'):
        Grants.read(text)
