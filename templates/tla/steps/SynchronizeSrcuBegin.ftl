<#-- The sections of the domain in progress are the ones to wait for; later ones are not. -->
<@memory.gracePeriodBegins step.domain/>
/\ awaited' = [awaited EXCEPT ![${action.index}] = Sections_${step.domain}]
${action.outcomes()}
