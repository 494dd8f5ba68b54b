"""Card states replayed from reviews, and what to study today for which round."""
