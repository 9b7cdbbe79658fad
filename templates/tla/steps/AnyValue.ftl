${action.bind(step.local, action.choose("given", (step.domain.name() == "BOOLEAN")?then("BOOLEAN", action.numbers)))}
