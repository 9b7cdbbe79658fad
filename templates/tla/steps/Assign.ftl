${action.bind(step.local, action.formula(step.value))}<#t>
<@memory.assigned/>
