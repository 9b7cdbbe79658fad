<#-- The sections in progress are the ones to wait for; later ones are not. -->
<#assign sections = "Sections" + step.domain?has_content?then("_" + step.domain, "")>
<@memory.gracePeriodBegins step.domain/>
<#if action.index?has_content>
  ${action.put("awaited", action.index, sections)}
<#else>
  <@action.update variable="awaited">${sections}</@action.update>
</#if>
${action.outcomes()}
