<@memory.branched/>${action.value(step.condition)}<#t>
