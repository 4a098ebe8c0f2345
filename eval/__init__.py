"""How good the record is: gold, figures, floors and the gate that holds them."""
