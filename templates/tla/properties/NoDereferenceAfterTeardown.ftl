NoDereferenceAfterTeardown == "use after teardown" \notin faults
