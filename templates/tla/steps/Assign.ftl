${action.bind(step.local, action.formula(step.value))}
<@memory.assigned/>
