${action.effect(action.identifier(step.lock) + "' = FALSE")}${action.leaveSection()}<#t>
