<@action.condition>${action.index?has_content?then("awaited[" + action.index + "]", "awaited")} = {}</@action.condition>
<#if step.unregisters && action.retires>
  <@action.update variable="retired">retired \cup {${action.object}}</@action.update>
</#if>
<@memory.gracePeriodEnds step.domain/>
${action.outcomes()}
