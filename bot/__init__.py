"""From a question to a cited answer, and from there to Discord and the terminal."""
