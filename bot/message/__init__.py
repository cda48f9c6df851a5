"""From what was found to what is said: the words, the links, the JSON, for whoever shows it."""
