<#-- The sections in progress are the ones to wait for; later ones are not. -->
<@memory.gracePeriodBegins/>
<#if action.index?has_content>
  ${action.put("awaited", action.index, "Sections")}
<#else>
  <@action.update variable="awaited">Sections</@action.update>
</#if>
${action.outcomes()}
