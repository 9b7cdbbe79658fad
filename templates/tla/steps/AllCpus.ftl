${action.bind(step.left, "CPUs")}
