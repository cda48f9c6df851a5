"""How well passages are found and questions answered, on a folder that says what is right."""
