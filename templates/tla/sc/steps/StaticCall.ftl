<#-- The patched call: reads the target and enters it in one step. -->
<#assign site = action.identifier(step.site.name)>
<#assign empty = action.fork()>
${empty.assume(site + " = NULL")}${action.assume(site + " # NULL")}<#t>
<#if action.tracksSnapshot>
${empty.fault("Torn(" + action.me + ".uses, \"nobody\")")}${empty.set("uses", "\"nobody\"")}<#t>
${action.fault("Torn(" + action.me + ".uses, " + site + ")")}${action.set("uses", site)}<#t>
</#if>
${action.fault("Misuse(" + site + ")")}${action.set("inside", site)}${action.staleness(site)}<#t>
<#if step.site.empty.name() == "OOPS">${empty.fault("{\"NULL dereference\"}")}</#if><#t>
/\ \/ ${action.indent((step.site.empty.name() == "OOPS")?then(empty.oops(), empty.outcomes(1)), 6)?trim}
   \/ ${action.indent(action.outcomes(0), 6)?trim}
