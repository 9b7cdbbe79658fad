<#-- A call through a site; the memory model says what the site holds. -->

<#--
  Enters the target in one step with reading it. At the first exit of the step the thread is inside
  a callback, at the second one nobody is registered.
-->
<#macro patched target misuse>
  <#local empty = action.fork()>
  ${empty.assume(empty.equal(target, "NULL"))}${action.assume(action.different(target, "NULL"))}<#t>
  <#if action.tracksSnapshot>
    ${empty.fault("Torn(" + action.me + ".uses, \"nobody\")")}${empty.set("uses", "\"nobody\"")}<#t>
    ${action.fault("Torn(" + action.me + ".uses, " + target + ")")}${action.set("uses", target)}<#t>
  </#if>
  ${action.fault(misuse)}${action.set("inside", target)}${action.staleness(target)}<#t>
  <#if step.site.empty.name() == "OOPS">${empty.fault("{\"NULL dereference\"}")}</#if><#t>
/\ \/ ${action.indent((step.site.empty.name() == "OOPS")?then(empty.oops(), empty.outcomes(1)), 6)?trim}
   \/ ${action.indent(action.outcomes(0), 6)?trim}
</#macro>
