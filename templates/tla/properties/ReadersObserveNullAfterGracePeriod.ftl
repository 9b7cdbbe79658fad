ReadersObserveNullAfterGracePeriod == "stale pointer" \notin faults
