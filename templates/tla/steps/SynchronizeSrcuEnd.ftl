<@action.condition>awaited[${action.index}] = {}</@action.condition>
<@memory.gracePeriodEnds step.domain/>
${action.outcomes()}
