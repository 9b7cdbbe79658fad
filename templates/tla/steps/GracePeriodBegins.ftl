<#-- The sections in progress are the ones to wait for; later ones are not. -->
<@memory.gracePeriodBegins step.domain/>
${action.sections.await(step.domain)}
${action.outcomes()}
