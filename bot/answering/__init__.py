"""From a question that was read to the sentences that answer it, or to honest silence."""
