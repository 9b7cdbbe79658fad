${action.bind(step.local(), action.bit(memory.held(action.identifier(step.of().off()))))}
${action.outcomes()}
