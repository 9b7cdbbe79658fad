<#-- The sections in progress are the ones to wait for; later ones are not. -->
<@memory.gracePeriodBegins/>
/\ awaited' = ${action.index?has_content?then("[awaited EXCEPT ![" + action.index + "] = Sections]", "Sections")}
${action.outcomes()}
