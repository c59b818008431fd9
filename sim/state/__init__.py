"""State: what exists in the world, as tables of columns; every column has dtype, shape, unit and range."""
