NoWarning == faults \cap {"warning", "BUG"} = {}
