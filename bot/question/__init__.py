"""From the words of a question to what it asks for, of whom, and of what time."""
