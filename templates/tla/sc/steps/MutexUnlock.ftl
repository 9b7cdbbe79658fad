${action.effect(action.identifier(step.lock) + "' = FALSE")}<#t>
