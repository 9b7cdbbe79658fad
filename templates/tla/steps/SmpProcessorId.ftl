${action.bind(step.local, action.cpu)}
