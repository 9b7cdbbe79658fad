<#-- Interrupt lines: their parts change under the kernel's lock. -->
<#macro strike>
  <#local running = action.identifier(step.of.running())>
  <#if step.of.requested><@action.condition>${loaded(action.identifier(step.of.pending()))} = 1</@action.condition></#if>
  <#if step.of.stopped()><@action.condition>${loaded(action.identifier(step.of.off()))} = 0</@action.condition></#if>
  <@action.condition>${loaded(running)} = 0</@action.condition>
  ${action.remember(exchanged(running, "1"))}
    ${action.outcomes()}
</#macro>

<#macro line>
  <#local change = step.does().name(), requested = step.of.requested?then(action.identifier(step.of.pending()), "")>
  <#local off = step.of.stopped()?then(action.identifier(step.of.off()), ""), again = step.of.stopped()?then(action.identifier(step.of.again()), "")>
  <#local is = requested?has_content?then(loaded(requested), ""), disabled = off?has_content?then(loaded(off), ""), twice = off?has_content?then(loaded(again), "")>
  <#if step.local().isPresent()>
    <#if step.does().isRequest()>${action.bind(step.local().get(), is)}
    <#elseif change == "FREE_IRQ">${action.bind(step.local().get(), "1 - " + is)}
    <#else>${action.bind(step.local().get(), action.bit(is?has_content?then(is + " = 1 /\\ ", "") + disabled + " = 0"))}
    </#if>
  </#if>
  <#if step.does().isRequest()>
    ${action.remember(exchanged(requested, "1"))}
    <#if change == "REQUEST_IRQ_DISABLED" && off?has_content>${action.remember(exchanged(off, "IF " + is + " = 0 THEN 1 ELSE " + disabled))}</#if>
  <#elseif change == "FREE_IRQ">
    ${action.remember(exchanged(requested, "0"))}
    <#if off?has_content>
      ${action.remember(exchanged(off, "0"))}
      ${action.remember(exchanged(again, "0"))}
    </#if>
  <#elseif change == "DISABLE_IRQ">
    ${action.remember(exchanged(off, is?has_content?then(is, "1")))}
    ${action.remember(exchanged(again, disabled))}
  <#else>
    ${action.remember(exchanged(off, twice))}
    ${action.remember(exchanged(again, "0"))}
  </#if>
    ${action.outcomes()}
</#macro>
