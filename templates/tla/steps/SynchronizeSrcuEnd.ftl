/\ awaited[${action.index}] = {}
<@memory.gracePeriodEnds step.domain/>
${action.outcomes()}
