${action.faultIf(action.value(step.condition), "{\"BUG\"}")}<#t>
