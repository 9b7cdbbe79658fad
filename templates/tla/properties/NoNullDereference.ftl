NoNullDereference == "NULL dereference" \notin faults
