"""Text of an answer to findings, each with the words it rests on."""
