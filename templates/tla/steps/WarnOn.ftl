${action.faultIf(action.value(step.condition), "{\"warning\"}")}<#t>
