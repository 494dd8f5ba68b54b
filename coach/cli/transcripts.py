"""Looking at an answer, or at what one speaker says in a transcript with times; the same for every command."""

from typing import Any, NamedTuple

from coach.analysis.answer import Findings, analyze, as_json
from coach.analysis.delivery import Delivery, deliver, spoken
from coach.analysis.delivery import as_json as delivery_json
from coach.analysis.lexicon import Lexicon
from coach.analysis.observations import Observations, observe
from coach.analysis.observations import as_json as observations_json
from coach.analysis.transcript import parse
from coach.analysis.turns import Turns, UnknownSpeaker, turns
from coach.analysis.turns import as_json as turns_json
from coach.cli.run import Run
from coach.errors import InputFault, UsageFault


class Heard(NamedTuple):
    """What one speaker said, how, and whose words were left out."""

    text: str
    delivery: Delivery
    turns: Turns
    asked_for: bool


class Look(NamedTuple):
    """What `text` has and lacks, what stands beside the score and, of a transcript, what was heard."""

    text: str
    findings: Findings
    seen: Observations
    talk: Heard | None = None

    def as_json(self) -> dict[str, Any]:
        """The published form; the time of a talk is measured, not reckoned from its words."""
        found = as_json(self.findings, self.text) | {"observations": observations_json(self.seen, self.text)}
        if self.talk is None:
            return found
        delivery = self.talk.delivery
        found["observations"] |= {"seconds": round(delivery.seconds), "within": delivery.within}
        return found | {"text": self.text, **turns_json(self.talk.turns), "delivery": delivery_json(delivery)}

    def show(self, run: Run) -> None:
        """The words with their marks, what is missing, the one change, the delivery."""
        from coach.terminal.console import show
        from coach.terminal.views.analysis import page, whose

        if self.talk and self.talk.turns.left_out:
            show(whose(self.talk.turns, self.talk.asked_for), run.plain, run.env)
        delivery = self.talk.delivery if self.talk else None
        show(page(self.text, self.findings, self.seen, delivery, run.plain), run.plain, run.env)


class Looking(NamedTuple):
    """What an answer is looked at with: the lexicon, the pace in words a minute and the time allowed in seconds."""

    lexicon: Lexicon
    pace: int
    limit: int | None

    def look(self, text: str, kind: str) -> Look:
        """A look at `text`, as long as it takes at this pace."""
        found = analyze(text, kind, self.lexicon)
        seen = observe(text, kind, self.lexicon, self.pace, self.limit, found.dimensions["metric"])
        return Look(text, found, seen)

    def listen(self, text: str, name: str, kind: str, speaker: str) -> Look:
        """A look at what `speaker` says in the transcript `text` of the file `name`, at the pace it was said at."""
        talk = heard(text, name, self.lexicon, self.limit, speaker)
        own = self._replace(pace=talk.delivery.per_minute or self.pace)
        return own.look(talk.text, kind)._replace(talk=talk)


def heard(text: str, name: str, lexicon: Lexicon, limit: int | None, speaker: str) -> Heard:
    """The transcript `text` of the file `name`; InputFault if it cannot be read, UsageFault for an unknown speaker."""
    segments, problems = parse(text, name)
    if problems:
        raise InputFault("The transcript cannot be read.", problems)
    try:
        found = turns(segments, speaker)
    except UnknownSpeaker as error:
        names = ", ".join(error.names)
        hint = f"It names: {names}." if names else "It names no speakers; leave --speaker out."
        raise UsageFault(error.message, hint) from None
    return Heard(spoken(found.own), deliver(found.own, lexicon, limit, found.others), found, bool(speaker))


def needs_transcript(speaker: str) -> None:
    """UsageFault for a speaker named where there is no transcript."""
    if speaker:
        raise UsageFault("--speaker chooses whose words of a --transcript are heard; there is none.")
