${action.set("inside", "NULL")}<#t>
${action.outcomes()}
