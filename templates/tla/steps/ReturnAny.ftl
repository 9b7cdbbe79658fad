<#-- A callback without a body returns any value of its type. -->
${action.set("inside", "NULL")}
<#if step.domain.name() == "NOTHING">
  ${action.outcomes()}
<#else>
  ${action.bind(step.local.get(), "result")}
  <@action.exists variable="result" set=action.any(step.domain)>
    ${action.outcomes()}
  </@action.exists>
</#if>
