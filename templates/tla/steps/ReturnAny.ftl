<#-- A callback without a body returns any value of its type. -->
${action.set("inside", "NULL")}<#t>
<#if step.domain.name() == "NOTHING">
${action.outcomes()}
<#else>
${action.bind(step.local.get(), "result")}<#t>
/\ \E result \in ${(step.domain.name() == "BOOLEAN")?then("BOOLEAN", action.numbers)} :
     ${action.indent(action.outcomes(), 5)?trim}
</#if>
