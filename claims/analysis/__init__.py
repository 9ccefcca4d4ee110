"""Count: agreement coefficients, networks, series. Tables in, numbers out."""
