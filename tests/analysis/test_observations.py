"""What stands beside the score: fillers, times, phrases, and questions about the numbers."""

import pytest

from coach.analysis.answer import analyze
from coach.analysis.lexicon import Lexicon
from coach.analysis.observations import as_json, observe
from tests.analysis.corpus import pairs


def rules(text: str, lexicon: Lexicon) -> list[str]:
    return [mark.rule for mark in observe(text, "", lexicon).remarks]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Conversion rose by 4 %.", "base"),
        ("Latency is now 80 ms.", "percentile"),
        ("Refunds fell by a third.", "period"),
        ("We cut 40 percent of the costs.", "period"),
        ("We are down to a third of what it was.", "period"),
        ("Calls fell by roughly 40 percent the moment we closed.", "period"),
        ("The interest of buyers rose by 4 percent.", "base"),
        ("Mortgage applications fell 20 percent.", "base"),
        ("Latency fell from 200 to 100 ms, a cut of 70 %.", "arithmetic"),
        ("We halved complaints, from 40 to 35, in a week.", "arithmetic"),
        ("Latency went from 210 to 138 ms, saving 50 ms.", "arithmetic"),
        ("Sixty tables times thirty is nine hundred.", "arithmetic"),
        ("We had 40 merchants. Then all went well. The 60 merchants were happy.", "contradiction"),
        ("We had 40 merchants. Then all went well. The 4,000 merchants were happy.", "contradiction"),
        ("We had 4 merchants. Then all went well. The 6 merchants were happy.", "contradiction"),
        ("We had zero complaints. Then all went well. The 40 complaints were loud.", "contradiction"),
        ("Queues fell from 20 to 12 every morning.", "period"),
        ("Queues rose from 20 to 30 every morning.", "period"),
        ("Queues rose from 8 to 14 every batch.", "period"),
        ("Refunds fell by a third. We were glad. That took a month.", "period"),
        ("Costs rose from 90,000 to 110,000 euros.", "period"),
        ("Refunds fell by a third. Each call takes 5 minutes.", "period"),
        ("Costs fell from 90,000 to 60,000 euros across our customer base.", "period"),
        ("Fees that users pay fell from 90,000 to 60,000 euros.", "period"),
    ],
)
def test_asks(text: str, rule: str, lexicon: Lexicon) -> None:
    assert rule in rules(text, lexicon)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Conversion rose by 4 % of all visits in May.", "base"),
        ("p99 latency is now 80 ms.", "percentile"),
        ("Refunds fell by a third within a month.", "period"),
        ("Half of them pay by phone.", "period"),
        ("A third of the sign-ups pay later.", "period"),
        ("We knew that half the customers pay by phone, and 40 percent of the rest leave.", "period"),
        ("Commuters make up 22 percent of trips.", "period"),
        ("Injuries halved in two seasons.", "period"),
        ("We cut the price with a 30% discount for early guests.", "period"),
        ("I took a loan at 20 percent.", "base"),
        ("The mortgage costs us 5 percent interest.", "base"),
        ("They wanted an interest rate of 9 percent.", "base"),
        ("Latency fell from 200 to 100 ms, a cut of 50 %.", "arithmetic"),
        ("Latency went from 210 to 138 ms, saving 72 ms.", "arithmetic"),
        ("Sixty tables times thirty is eighteen hundred.", "arithmetic"),
        ("We had 40 merchants. Another 60 merchants came later.", "contradiction"),
        ("A bike needs two tyres a year. So the city needs 500,000 tyres.", "contradiction"),
        ("We need 330,000 tyres a year. If a tyre lasts longer we need 200,000 tyres.", "contradiction"),
        ("In the end it went well, from eight to ten every morning we met.", "period"),
        ("Refunds fell by a third. That took a month.", "period"),
        ("Refunds fell by a third. . That took a month.", "period"),
        ("Wages rose from 90,000 to 110,000 euros.", "period"),
        ("Bonus payments rose from 9,000 to 11,000 euros.", "period"),
        ("My pay rose from 90,000 to 110,000 euros.", "period"),
        ("I would raise the base from 90,000 to 110,000 euros.", "period"),
    ],
)
def test_does_not_ask(text: str, rule: str, lexicon: Lexicon) -> None:
    assert rule not in rules(text, lexicon)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (
            "Ich habe die Wartezeit von neun Tagen auf zwei gesenkt, deshalb rufen 400 Kunden im Monat nicht mehr an. "
            "Der Vertrieb war dagegen.",
            False,
        ),
        (
            "Reduje el tiempo de espera de nueve días a dos, así que 400 clientes al mes dejaron de llamar. A ventas "
            "no le gustó, porque quitamos el formulario en papel.",
            False,
        ),
        ("Я сократил ожидание с девяти дней до двух, и продажам это не понравилось.", False),
        ("我把等待时间从九天缩短到两天。", False),
        (
            "sensors → LoRa → gateway → MQTT → Timescale → rules → SMS. HA pair, TLS, 15 s sampling, 30 d retention, "
            "dashboards p/ district, RBAC. anomaly detection w/ ML = nice to have",
            True,
        ),
        ("Cut p99 from 900 ms to 240; dropped the graph features.", True),
        ("Sales were 10, 12, 14, 15, 16, 18, 19, 20, 22, 24, 25, 26, 28, 30, 31, 33, 35, 36, 38, 40 and 41.", True),
        ("Привет.", False),
        ("Nein, danke.", True),
        ("", True),
    ],
)
def test_only_english_is_read(text: str, english: bool, lexicon: Lexicon) -> None:
    assert observe(text, "", lexicon, pace=120).english is english


def test_every_answer_of_the_corpus_is_english(lexicon: Lexicon) -> None:
    sides = [side for pair in pairs("dev")[::9] for side in (pair.weak, pair.strong)]
    assert [side.text for side in sides if not observe(side.text, "", lexicon).english] == []


def test_counts_and_times(lexicon: Lexicon) -> None:
    seen = observe("Um, you know, the merchant experience. Um, the model accuracy is 94 %.", "", lexicon, pace=120)
    assert seen.fillers == {"um": 2, "you know": 1}
    assert (seen.outcome_phrases, seen.model_phrases) == (1, 1)
    assert (seen.words, seen.seconds) == (12, 6)


@pytest.mark.parametrize(
    ("text", "words", "seconds"),
    [
        ("Refunds fell by 30 percent in a month, from 900 to 630.", 0, 0),
        ("We looked at it \u2014 for long. Refunds fell by 30 percent in a month.", 6, 3),
        ("It took a year of talks with every team. In the end, we saved $2 million a year.", 12, 6),
        ("We argued for six months about the name. In the end, we saved $2 million a year.", 11, 6),
        ("I like the work.", None, None),
        ("I worked there for 7 years with 3 tools.", None, None),
    ],
)
def test_the_time_to_a_metric_is_that_of_its_first_mark(
    text: str, words: int | None, seconds: int | None, lexicon: Lexicon
) -> None:
    metric = analyze(text, "", lexicon).dimensions["metric"]
    seen = observe(text, "", lexicon, pace=120, metric=metric)
    assert (seen.words_to_metric, seen.seconds_to_metric) == (words, seconds)
    assert as_json(seen, text)["seconds_to_metric"] == seconds


def test_the_words_of_a_filler_may_say_something(lexicon: Lexicon) -> None:
    assert observe("It took the same kind of push, and some sort of permit.", "", lexicon).fillers == {}
    assert observe("I kind of dropped the batch.", "", lexicon).fillers == {"kind of": 1}


def test_a_filler_within_a_longer_one_counts_once(lexicon: Lexicon) -> None:
    assert observe("So yeah, we dropped the batch, yeah.", "", lexicon).fillers == {"so yeah": 1, "yeah": 1}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Settlement happens in batches at the end of the day.", 0),
        ("We settle at the end of the day and report at noon.", 0),
        ("The queue is empty only at the end of the day", 0),
        ("At the end of the day it is about trust.", 1),
        ("I waited, but at the end of the day it paid.", 1),
        ("I waited; at the end of the day it paid.", 1),
        ("It is at the end of the day, you see, about trust.", 1),
    ],
)
def test_the_end_of_the_day_may_be_a_time(text: str, count: int, lexicon: Lexicon) -> None:
    assert observe(text, "", lexicon).fillers.get("at the end of the day", 0) == count
