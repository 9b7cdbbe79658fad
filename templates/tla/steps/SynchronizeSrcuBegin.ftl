<#-- The sections of the domain in progress are the ones to wait for; later ones are not. -->
<@memory.gracePeriodBegins step.domain/>
<#if action.index?has_content>
  ${action.put("awaited", action.index, "Sections_" + step.domain)}
<#else>
  <@action.update variable="awaited">Sections_${step.domain}</@action.update>
</#if>
${action.outcomes()}
