"""Prints how well and how fast the answer analysis works: ranking, dimensions, floors, properties, odd trades, speed.

Usage: python tests/bench/analysis.py [dev] [test]   (dev alone without arguments)
"""

import json
import random
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from coach.analysis.answer import Findings, analyze  # noqa: E402
from coach.analysis.lexicon import Lexicon, build  # noqa: E402
from coach.analysis.reading import read  # noqa: E402
from coach.analysis.weights import DIMENSIONS  # noqa: E402
from coach.packs.lexicon import load  # noqa: E402
from tests.analysis.corpus import FOLDER, Pair, pairs, stopped  # noqa: E402
from tests.analysis.floors import floors  # noqa: E402
from tests.analysis.test_answer import IRRELEVANT, surviving  # noqa: E402

FLOOR = 15.0


def lexicon() -> Lexicon:
    """The bundled word lists."""
    return build(load(ROOT / "content" / "core" / "lexicon.yaml")[0])


def ranking(name: str, split: list[Pair], scored: dict[str, tuple[Findings, Findings]]) -> None:
    """Pairs in which the strong answer scores above the weak one, in all and by tag and kind."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for pair in split:
        weak, strong = scored[pair.id]
        for group in ("all", f"author {pair.id[0]}", *sorted(pair.tags), f"kind {pair.kind}"):
            total[group] += 1
            right[group] += strong.score > weak.score
    print(f"\n{name}: pairwise ranking")
    for group in sorted(total, key=lambda group: (group != "all", group)):
        print(f"  {group:<22} {right[group]:>4} of {total[group]:<4} {100 * right[group] / total[group]:6.1f} %")


def dimensions(name: str, split: list[Pair], scored: dict[str, tuple[Findings, Findings]]) -> None:
    """Precision, recall and F1 of each dimension over both answers of every pair."""
    hits: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in split:
        for labelled, found in zip((pair.weak, pair.strong), scored[pair.id], strict=True):
            for dimension in DIMENSIONS:
                said, meant = found.dimensions[dimension].present, labelled.labels[dimension]
                hits[dimension]["both" if said and meant else "said" if said else "meant" if meant else "none"] += 1
    print(f"\n{name}: dimensions        precision  recall      F1   labelled")
    for dimension in DIMENSIONS:
        both, said, meant = (hits[dimension][key] for key in ("both", "said", "meant"))
        precision, recall = both / max(1, both + said), both / max(1, both + meant)
        f1 = 2 * both / max(1, 2 * both + said + meant)
        print(f"  {dimension:<24} {precision:8.3f} {recall:8.3f} {f1:8.3f} {both + meant:>8}")


def floor_cases(words: Lexicon) -> None:
    """Texts that say nothing: the highest score of each sort."""
    strong = [pair.strong.text for pair in pairs("dev")]
    print(f"\nfloors (at most {FLOOR:g})            cases   over   median  highest")
    for name, texts in floors(strong, random.Random(2)).items():
        scores = sorted(analyze(text, kind, words).score for text in texts for kind in ("", "design", "behavioral"))
        over = sum(score > FLOOR for score in scores)
        print(f"  {name:<28} {len(scores):>6} {over:>6} {scores[len(scores) // 2]:>8} {scores[-1]:>8}")


def properties(words: Lexicon) -> None:
    """Findings of dev that outlive their words; on every third pair scores raised by a sentence beside the point.

    Of the sentences beside the point that teach nothing (corpus/unseen.txt), two are put behind each answer, before it
    and between its sentences.
    """
    answers = [(stopped(side.text), pair.kind) for pair in pairs("dev") for side in (pair.weak, pair.strong)]
    unseen = (FOLDER / "unseen.txt").read_text(encoding="utf-8").splitlines()
    chance = random.Random(3)
    probes = raised = 0
    strange: Counter[str] = Counter()
    lifted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for at, (text, kind) in enumerate(answers):
        plain = analyze(text, kind, words)
        found.update(name for name, item in plain.dimensions.items() if item.present)
        left.update(surviving(text, kind, words))
        if at // 2 % 3 or plain.score == 0:
            continue
        for sentence in IRRELEVANT:
            probes += 1
            raised += analyze(f"{text} {sentence}", kind, words).score > plain.score
        for sentence in chance.sample(unseen, 2):
            for where, with_it in placed(text, kind, sentence, words, chance).items():
                strange[where] += 1
                lifted[where] += analyze(with_it, kind, words).score > plain.score
    print(f"\nraised by a sentence beside the point: {raised} of {probes}")
    print("by unseen ones: " + ", ".join(f"{where} {lifted[where]} of {strange[where]}" for where in strange))
    print(
        "found again without their words: " + ", ".join(f"{name} {left[name]} of {found[name]}" for name in DIMENSIONS)
    )


def placed(text: str, kind: str, sentence: str, words: Lexicon, chance: random.Random) -> dict[str, str]:
    """`text` with `sentence` behind it, before it and, where it has several sentences, between two of them."""
    result = {"behind": f"{text} {sentence}", "before": f"{sentence} {text}"}
    starts = [each.start for each in read(text, kind, words).sentences if each.words]
    if len(starts) > 1:
        at = chance.choice(starts[1:])
        result["between"] = f"{text[:at].rstrip()} {sentence} {text[at:]}"
    return result


def trades(words: Lexicon) -> None:
    """Pairs from trades that are other people's private life (corpus/trades.jsonl), of which nothing is learned."""
    rows = [json.loads(line) for line in (FOLDER / "trades.jsonl").read_text(encoding="utf-8").splitlines()]
    right = aside = total = 0
    for row in rows:
        weak, strong = (analyze(row[side], row["kind"], words) for side in ("weak", "strong"))
        right += strong.score > weak.score
        aside += len(weak.aside) + len(strong.aside)
        total += sum(len(read(row[side], row["kind"], words).sentences) for side in ("weak", "strong"))
    print(f"\nodd trades: {right} of {len(rows)} pairs right; {aside} of {total} sentences called beside the point")


def speed(words: Lexicon) -> None:
    """Answers of 120 words a second on one core, and the time of one answer by its length."""
    source = " ".join(pair.strong.text for pair in pairs("dev"))
    said = re.findall(r"\S+", source)
    answers = [" ".join(said[at : at + 120]) for at in range(0, len(said) - 120, 120)][:60]
    best = 0.0
    for _ in range(5):
        begin = process_time()
        for text in answers:
            analyze(text, "design", words)
        best = max(best, len(answers) / (process_time() - begin))
    print(f"\nthroughput: {best:.0f} answers of 120 words a second (best of 5, processor time)")
    for size in (125_000, 250_000, 500_000, 1_000_000):
        text = (source * (size // len(source) + 1))[:size]
        begin = process_time()
        analyze(text, "design", words)
        print(f"  {size:>9} characters: {process_time() - begin:6.2f} s")


def main(names: list[str]) -> None:
    """Print everything for the splits named."""
    words = lexicon()
    for name in names or ["dev"]:
        split = pairs(name)
        scored = {
            pair.id: (analyze(pair.weak.text, pair.kind, words), analyze(pair.strong.text, pair.kind, words))
            for pair in split
        }
        ranking(name, split, scored)
        dimensions(name, split, scored)
    floor_cases(words)
    properties(words)
    trades(words)
    speed(words)


if __name__ == "__main__":
    main(sys.argv[1:])
