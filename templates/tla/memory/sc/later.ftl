<#-- What runs later. It begins where a run is due and none is in progress. -->
<#macro run>
  <#local due = action.identifier(step.of.pending()), running = action.identifier(step.of.running())>
  <@action.condition>${due} /\ ~${running}</@action.condition>
  <@action.update variable=due>FALSE</@action.update>
  <@action.update variable=running>TRUE</@action.update>
    ${action.outcomes()}
</#macro>

<#macro awaitEnd>
  <#local due = action.identifier(step.of.pending())>
  <@action.condition>~${action.identifier(step.awaited())}</@action.condition>
  <#if step.local.isPresent()>${action.bind(step.local.get(), action.bit(due))}</#if>
  <#if step.cancels()><@action.update variable=due>FALSE</@action.update></#if>
    ${action.outcomes()}
</#macro>

<#macro arm>
  <#local due = action.identifier(step.of.pending()), off = step.of.stopped()?then(action.identifier(step.of.off()), "")>
  <#if step.local.isPresent()>${action.bind(step.local.get(), action.bit((off?has_content && step.of.kind().isAtomic())?then(due + " \\/ " + off, due)))}</#if>
  <@action.update variable=due>${off?has_content?then(due + " \\/ ~" + off, "TRUE")}</@action.update>
    ${action.outcomes()}
</#macro>

<#macro cancel>
  <#local due = action.identifier(step.of.pending())>
  <#if step.local.isPresent()>${action.bind(step.local.get(), action.bit(due))}</#if>
  <@action.update variable=due>FALSE</@action.update>
    ${action.outcomes()}
</#macro>

<#macro isDue>
  ${action.bind(step.local, action.bit(action.identifier(step.of.pending())))}
    ${action.outcomes()}
</#macro>

<#macro switchOff>
  <@action.update variable=action.identifier(step.of.off())>${step.off()?string("TRUE", "FALSE")}</@action.update>
    ${action.outcomes()}
</#macro>
