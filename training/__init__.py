"""How the shipped weights are made: wordings, sentences, training, measures."""
