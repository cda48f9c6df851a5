"""The steps that bring a database up to date: numbered SQL files, each taken once and never changed afterwards."""
