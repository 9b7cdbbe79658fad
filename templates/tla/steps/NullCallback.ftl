${action.fault("{\"NULL dereference\"}")}<#t>
