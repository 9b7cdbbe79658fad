${action.bind(step.left, "CPUs")}<#t>
