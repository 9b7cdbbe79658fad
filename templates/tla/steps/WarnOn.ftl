${action.faultIf(action.formula(step.condition), "{\"warning\"}")}
