"""Open: one file per input format, each turning bytes into documents or into an error that names the place."""
