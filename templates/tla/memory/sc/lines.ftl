<#-- Interrupt lines. A handler strikes where its line is requested and not disabled, and no run of it is in progress. -->
<#macro strike>
  <#local running = action.identifier(step.of.running())>
  <#if step.of.requested><@action.condition>${action.identifier(step.of.pending())}</@action.condition></#if>
  <#if step.of.stopped()><@action.condition>~${action.identifier(step.of.off())}</@action.condition></#if>
  <@action.condition>~${running}</@action.condition>
  <@action.update variable=running>TRUE</@action.update>
    ${action.outcomes()}
</#macro>

<#-- What is disabled more than twice counts as twice: a handler may then strike too early, never too late. -->
<#macro line>
  <#local change = step.does().name(), requested = step.of.requested?then(action.identifier(step.of.pending()), "")>
  <#local off = step.of.stopped()?then(action.identifier(step.of.off()), ""), again = step.of.stopped()?then(action.identifier(step.of.again()), "")>
  <#if step.local().isPresent()>
    <#if step.does().isRequest()>${action.bind(step.local().get(), action.bit(requested))}
    <#elseif change == "FREE_IRQ">${action.bind(step.local().get(), action.bit("~" + requested))}
    <#else>${action.bind(step.local().get(), action.bit(requested?has_content?then(requested + " /\\ ~" + off, "~" + off)))}
    </#if>
  </#if>
  <#if step.does().isRequest()>
    <@action.update variable=requested>TRUE</@action.update>
  <#elseif change == "FREE_IRQ">
    <@action.update variable=requested>FALSE</@action.update>
  </#if>
  <#if step.of.stopped()>
    <#if change == "REQUEST_IRQ_DISABLED">
      <@action.update variable=off>~${requested} \/ ${off}</@action.update>
    <#elseif change == "FREE_IRQ">
      <@action.update variable=off>FALSE</@action.update>
      <@action.update variable=again>FALSE</@action.update>
    <#elseif change == "DISABLE_IRQ">
      <@action.update variable=off>${requested?has_content?then(requested, "TRUE")}</@action.update>
      <@action.update variable=again>${off}</@action.update>
    <#elseif change == "ENABLE_IRQ">
      <@action.update variable=off>${again}</@action.update>
      <@action.update variable=again>FALSE</@action.update>
    </#if>
  </#if>
    ${action.outcomes()}
</#macro>
