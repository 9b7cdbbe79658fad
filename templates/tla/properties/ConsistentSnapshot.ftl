ConsistentSnapshot == "torn snapshot" \notin faults
