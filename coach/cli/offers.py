"""`coach offers`: compare what you were offered, to the cent."""

from coach.cli.base import Command, new_app
from coach.cli.offers_answers import breakeven, leave, solve
from coach.cli.offers_files import export, import_, new, verify
from coach.cli.offers_look import check, compare, show
from coach.cli.offers_talk import negotiate

app = new_app("Compare what you were offered, to the cent: worked out, shown, and in a live workbook.")

app.command("new", cls=Command)(new)
app.command("check", cls=Command)(check)
app.command("show", cls=Command)(show)
app.command("compare", cls=Command)(compare)
app.command("breakeven", cls=Command)(breakeven)
app.command("solve", cls=Command)(solve)
app.command("leave", cls=Command)(leave)
app.command("negotiate", cls=Command)(negotiate)
app.command("export", cls=Command)(export)
app.command("verify", cls=Command)(verify)
app.command("import", cls=Command)(import_)
