"""Find: clean, segments, marks, cues, quotes, speakers, statements. Text in, frozen values with spans out."""
