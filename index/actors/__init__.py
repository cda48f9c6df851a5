"""Who is named in the documents: found in each, brought together over all, correctable by hand."""
