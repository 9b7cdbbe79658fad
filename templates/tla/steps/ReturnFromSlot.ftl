${action.set("inside", "NULL")}
${action.outcomes()}
