NoWarning == faults \cap {"warning", "BUG"${spec.faults?seq_contains("index out of bounds")?then(", \"index out of bounds\"", "")}} = {}
