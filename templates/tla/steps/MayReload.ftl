${action.bind(step.flag, action.all(step.onlyIf))}
