"""People by the form of the word: growers, pensioners, tenants, machinists; not servers, parameters or sensors."""

from typing import Final

from coach.analysis.wordset import bag

_ENDINGS: Final = ("ers", "ors", "ists", "ians", "ees", "ants", "smen", "women", "folk")
_SHORTEST: Final = 6
_THINGS: Final = bag(
    "servers routers workers clusters containers parameters numbers papers layers letters quarters computers "
    "filters trackers chapters centers corners dinners drawers answers levers others stickers posters folders "
    "headers handlers controllers adapters adaptors printers scanners counters meters kilometers liters timers "
    "triggers transformers classifiers encoders decoders matters powers towers flowers fingers shoulders "
    "brokers helpers wrappers loggers pointers buffers registers disasters newsletters summers winters errors "
    "factors vectors sensors indicators monitors mirrors processors connectors iterators generators elevators "
    "tractors doors floors colors motors actuators reactors tensors descriptors estimators operators "
    "restaurants plants variants constants grants warrants giants invariants pants degrees trees fees coffees "
    "committees guarantees trainees employees refugees lists twists fists mists wrists playlists checklists "
    "shortlists waitlists freezers mixers boilers burners trailers lockers lifters tankers rulers blockers "
    "barriers carriers borders ladders shutters manners cancers fevers ulcers tumors rumors favors orders "
    "offers covers transfers customers layovers takeovers leftovers handovers rollovers changeovers crackers "
    "burgers peppers cucumbers fertilisers fertilizers disclaimers reminders identifiers modifiers qualifiers "
    "multipliers optimizers optimisers schedulers compilers parsers crawlers scrapers spiders drivers adders "
    "switchers spinners sliders banners browsers explorers viewers readers editors listeners observers "
    "resolvers validators selectors constructors majors minors seniors juniors interiors metaphors anchors "
    "harbors labors flavors behaviors humors neighbors fibers theaters members partners teachers officers "
    "leaders managers engineers developers designers testers programmers recruiters volunteers mentors "
    "directors contractors consultants scientists specialists founders researchers stakeholders authors "
    "typewriters cylinders blenders dispensers sanders shavers toasters cookers coolers heaters dryers washers "
    "tickers vouchers ledgers binders markers rollers hammers screwdrivers lasers razors bumpers wipers "
    "spacers users remainders dangers angers wonders encounters semesters trimesters masters headquarters "
    "newspapers wallpapers whitepapers whispers slippers jumpers trousers sneakers feathers thrillers "
    "blockbusters bestsellers starters openers closers fillers killers changers defaulters elephants "
    "pollutants coolants lubricants disinfectants descendants covenants entrants slants chants tyrants"
)


def by_form(low: str) -> bool:
    """Whether an unlisted plural names people by its ending."""
    return low.endswith(_ENDINGS) and len(low) >= _SHORTEST and low not in _THINGS
