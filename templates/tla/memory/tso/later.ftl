<#-- What runs later: its parts change under the kernel's lock, or by locked instructions. -->
<#macro run>
  <#local due = action.identifier(step.of.pending()), running = action.identifier(step.of.running())>
  <@action.condition>${loaded(due)} = 1</@action.condition>
  <@action.condition>${loaded(running)} = 0</@action.condition>
  ${action.remember(exchanged(due, "0"))}
  ${action.remember(exchanged(running, "1"))}
    ${action.outcomes()}
</#macro>

<#macro awaitEnd>
  <#local due = action.identifier(step.of.pending()), waits = action.identifier(step.awaited()), before = action.memory>
  <#if step.local.isPresent()>${action.bind(step.local.get(), before + ".stored[" + due + "]")}</#if>
  <#if step.cancels()>${action.remember("[" + before + " EXCEPT !.stored[" + due + "] = 0]")}</#if>
  <#if action.knowledge.own><@action.condition>${before}.buffer[${action.agent}] = <<>></@action.condition></#if>
  <@action.condition>${released(waits)}</@action.condition>
    ${action.outcomes()}
</#macro>

<#-- A timer that is due already is not touched: the kernel looks before it takes its lock. -->
<#macro arm>
  <#local due = action.identifier(step.of.pending()), before = action.memory, atomic = step.of.kind().isAtomic()>
  <#local off = step.of.stopped()?then(loaded(action.identifier(step.of.off())), "")>
  <#local idle = loaded(due) + " = 0" + off?has_content?then(" /\\ " + off + " = 0", "")>
  <#if step.local.isPresent()>${action.bind(step.local.get(), (off?has_content && atomic)?then("IF " + idle + " THEN 0 ELSE 1", loaded(due)))}</#if>
  <#if atomic>
    ${action.remember(exchanged(due, off?has_content?then("IF " + off + " = 0 THEN 1 ELSE " + loaded(due), "1")))}
  <#else>
    ${action.remember("IF " + idle + " THEN " + exchanged(due, "1") + " ELSE " + before)}
  </#if>
    ${action.outcomes()}
</#macro>

<#-- Who looks before taking the kernel's lock may find what was true before. -->
<#macro cancel>
  <#local due = action.identifier(step.of.pending())>
  <#if step.looks()>
    <@action.either>
      <@action.way>
        <#if step.local.isPresent()>${action.bind(step.local.get(), "0")}</#if>
        ${action.outcomes()}
      </@action.way>
      <@action.way>
        <#if step.local.isPresent()>${action.bind(step.local.get(), "1")}</#if>
        <@action.condition>${loaded(due)} = 1</@action.condition>
        ${action.remember(exchanged(due, "0"))}
        ${action.outcomes()}
      </@action.way>
    </@action.either>
  <#else>
    <#if step.local.isPresent()>${action.bind(step.local.get(), loaded(due))}</#if>
    ${action.remember(exchanged(due, "0"))}
    ${action.outcomes()}
  </#if>
</#macro>

<#-- Nothing orders the look: it may find what was true before. -->
<#macro isDue>
  <@action.exists variable="found" set="{0, 1}">
    ${action.bind(step.local, "found")}
    ${action.outcomes()}
  </@action.exists>
</#macro>

<#macro switchOff>
  ${action.remember(exchanged(action.identifier(step.of.off()), step.off()?string("1", "0")))}
    ${action.outcomes()}
</#macro>
