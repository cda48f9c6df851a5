"""From documents to ranked passages: reading, passages, words, ranking, search. Knows nothing of Discord."""
