<#-- Interrupt lines: what is kept of one has one view of memory, that of who changed it last. -->
<#function kept><#return action.identifier(step.of.requested?then(step.of.pending(), step.of.off()))></#function>

<#macro strike>
  <#local running = action.identifier(step.of.running()), a = action.agent, before = action.memory, gated = step.of.requested || step.of.stopped()>
  <#if step.of.requested><@action.condition>${before}.locks[${action.identifier(step.of.pending())}].held</@action.condition></#if>
  <#if step.of.stopped()><@action.condition>~${before}.locks[${action.identifier(step.of.off())}].held</@action.condition></#if>
  <@action.condition>~${before}.locks[${running}].held</@action.condition>
  <#local begun = "Locked(" + gated?then("Taken(" + before + ", " + a + ", " + kept() + ")", before) + ", " + a + ", " + running + ")">
  ${action.remember(step.of.requested?then("[" + begun + " EXCEPT !.locks[" + kept() + "].held = TRUE]", begun))}
    ${action.outcomes()}
</#macro>

<#macro line>
  <#local change = step.does().name(), a = action.agent, before = action.memory>
  <#local requested = step.of.requested?then(action.identifier(step.of.pending()), "")>
  <#local off = step.of.stopped()?then(action.identifier(step.of.off()), ""), again = step.of.stopped()?then(action.identifier(step.of.again()), "")>
  <#local is = requested?has_content?then(before + ".locks[" + requested + "].held", "TRUE")>
  <#local disabled = off?has_content?then(before + ".locks[" + off + "].held", ""), twice = off?has_content?then(before + ".locks[" + again + "].held", "")>
  <#if step.local().isPresent()>
    <#if step.does().isRequest()>${action.bind(step.local().get(), action.bit(is))}
    <#elseif change == "FREE_IRQ">${action.bind(step.local().get(), action.bit("~" + is))}
    <#else>${action.bind(step.local().get(), action.bit(requested?has_content?then(is + " /\\ ", "") + "~" + disabled))}
    </#if>
  </#if>
  <#local held = []>
  <#if requested?has_content><#local held += [[requested, step.does().isRequest()?then("TRUE", (change == "FREE_IRQ")?then("FALSE", is))]]></#if>
  <#if off?has_content>
    <#if change == "REQUEST_IRQ_DISABLED"><#local held += [[off, "(~" + is + " \\/ " + disabled + ")"]]>
    <#elseif change == "FREE_IRQ"><#local held += [[off, "FALSE"], [again, "FALSE"]]>
    <#elseif change == "DISABLE_IRQ"><#local held += [[off, is], [again, disabled]]>
    <#elseif change == "ENABLE_IRQ"><#local held += [[off, twice], [again, "FALSE"]]>
    </#if>
  </#if>
  ${action.remember("[Unlocked(Taken(" + before + ", " + a + ", " + kept() + "), " + a + ", " + kept() + ") EXCEPT " + held?map(h -> "!.locks[" + h[0] + "].held = " + h[1])?join(", ") + "]")}
    ${action.outcomes()}
</#macro>
