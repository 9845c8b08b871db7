"""The methods that the practice gateway answers, one module per family."""
