/\ ${action.index?has_content?then("awaited[" + action.index + "]", "awaited")} = {}
<#if step.unregisters && action.retires>
/\ retired' = retired \cup {${action.object}}
</#if>
<@memory.gracePeriodEnds/>
${action.outcomes()}
