<#-- The sections of the domain in progress are the ones to wait for; later ones are not. -->
<@memory.gracePeriodBegins step.domain/>
${action.put("awaited", action.index, "Sections_" + step.domain)}
${action.outcomes()}
