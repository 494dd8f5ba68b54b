"""`coach offers`: compare what you were offered, to the cent."""

from coach.cli.base import Command, new_app
from coach.cli.offers_answers import breakeven, leave, solve
from coach.cli.offers_look import check, compare, show

app = new_app("Compare what you were offered, to the cent: worked out, shown, and in a live workbook.")

for name, command in (
    ("check", check),
    ("show", show),
    ("compare", compare),
    ("breakeven", breakeven),
    ("solve", solve),
    ("leave", leave),
):
    app.command(name, cls=Command)(command)
