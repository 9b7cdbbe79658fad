${action.faultIf(action.formula(step.condition), "{\"BUG\"}")}
