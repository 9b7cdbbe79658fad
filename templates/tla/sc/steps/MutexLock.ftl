/\ ~${action.identifier(step.lock)}
/\ ${action.identifier(step.lock)}' = TRUE
${action.outcomes()}
