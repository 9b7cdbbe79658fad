${action.value(step.condition)}<#t>
