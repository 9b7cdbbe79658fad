<#-- A call through a site; the memory model says what the site holds. -->

<#--
  Enters the target in one step with reading it. At the first exit of the step the thread is inside
  a callback, at the second one nobody is registered.
-->
<#macro patched target misuse>
  <@action.either>
    <@action.way>
      ${action.assume(action.equal(target, "NULL"))}
      <#if action.tracksSnapshot>
        ${action.fault("Torn(" + action.me + ".uses, \"nobody\")")}${action.set("uses", "\"nobody\"")}
      </#if>
      <#if step.site.empty.name() == "OOPS">
        ${action.fault("{\"NULL dereference\"}")}${action.oops()}
      <#else>
        ${action.outcomes(1)}
      </#if>
    </@action.way>
    <@action.way>
      ${action.assume(action.different(target, "NULL"))}
      <#if action.tracksSnapshot>
        ${action.fault("Torn(" + action.me + ".uses, " + target + ")")}${action.set("uses", target)}
      </#if>
      ${action.fault(misuse)}${action.set("inside", target)}${action.staleness(target)}
      ${action.outcomes(0)}
    </@action.way>
  </@action.either>
</#macro>
