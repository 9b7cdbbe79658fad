${action.fault("{\"NULL dereference\"}")}
