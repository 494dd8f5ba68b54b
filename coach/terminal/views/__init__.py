"""One module per topic: model in, renderable out; nothing is printed here."""
