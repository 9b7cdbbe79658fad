${action.fault("Foreign(" + action.value(step.callback) + ", " + action.value(step.data) + ")")}
