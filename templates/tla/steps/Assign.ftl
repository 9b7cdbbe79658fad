${action.bind(step.local, action.value(step.value))}<#t>
<@memory.assigned/>
