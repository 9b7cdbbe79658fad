${action.bind(step.local, action.choose("given", action.any(step.domain)))}
