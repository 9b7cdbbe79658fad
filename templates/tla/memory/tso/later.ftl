<#-- What runs later: its parts change under the kernel's lock, or by locked instructions. -->
<#macro run>
  <@chosen>
    <#local due = pendingOf(step.of), running = runningOf(step.of)>
    <@action.condition>${loaded(due)} = 1</@action.condition>
    <@action.condition>${loaded(running)} = 0</@action.condition>
    ${action.remember(exchanged(due, "0"))}
    ${action.remember(exchanged(running, "1"))}
    <@ofObject step.of.object()>
      ${action.outcomes()}
    </@ofObject>
  </@chosen>
</#macro>

<#macro awaitEnd>
  <@ofObject step.of.object()>
    <#local due = pendingOf(step.of), waits = action.lock(step.awaited(), step.of.object()), before = action.memory>
    <#if step.local.isPresent()>${action.bind(step.local.get(), before + ".stored[" + due + "]")}</#if>
    <#if step.cancels()>${action.remember("[" + before + " EXCEPT !.stored[" + due + "] = 0]")}</#if>
    <#if action.knowledge.own><@action.condition>${before}.buffer[${action.agent}] = <<>></@action.condition></#if>
    <@action.condition>${released(waits)}</@action.condition>
    <#if step.forAll><@action.condition>${released(due)}</@action.condition></#if>
    ${action.outcomes()}
  </@ofObject>
</#macro>

<#-- A timer that is due already is not touched: the kernel looks before it takes its lock. -->
<#macro arm>
  <@ofObject step.of.object()>
    <#local due = pendingOf(step.of), before = action.memory, atomic = step.of.kind().isAtomic()>
    <#local off = step.of.stopped()?then(loaded(offOf(step.of)), "")>
    <#local idle = loaded(due) + " = 0" + off?has_content?then(" /\\ " + off + " = 0", "")>
    <#if step.local.isPresent()>${action.bind(step.local.get(), (off?has_content && atomic)?then("IF " + idle + " THEN 0 ELSE 1", loaded(due)))}</#if>
    <#if atomic>
      ${action.remember(exchanged(due, off?has_content?then("IF " + off + " = 0 THEN 1 ELSE " + loaded(due), "1")))}
    <#else>
      ${action.remember("IF " + idle + " THEN " + exchanged(due, "1") + " ELSE " + before)}
    </#if>
    ${action.outcomes()}
  </@ofObject>
</#macro>

<#-- Who looks before taking the kernel's lock may find what was true before. -->
<#macro cancel>
  <@ofObject step.of.object()>
    <#local due = pendingOf(step.of)>
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
      <#local runs = step.unlessRunning?then(loaded(runningOf(step.of)) + " = 1", "")>
      <#if step.local.isPresent()>${action.bind(step.local.get(), runs?has_content?then("IF " + runs + " THEN -1 ELSE " + loaded(due), loaded(due)))}</#if>
      ${action.remember(exchanged(due, runs?has_content?then("IF " + runs + " THEN " + loaded(due) + " ELSE 0", "0")))}
      ${action.outcomes()}
    </#if>
  </@ofObject>
</#macro>

<#-- Nothing orders the look: it may find what was true before. -->
<#macro isDue>
  <@ofObject step.of.object()>
    <#if step.now>
      <#local due = pendingOf(step.of)>
      ${action.bind(step.local, loaded(due))}
      ${action.outcomes()}
    <#else>
      <@action.exists variable="found" set="{0, 1}">
        ${action.bind(step.local, "found")}
        ${action.outcomes()}
      </@action.exists>
    </#if>
  </@ofObject>
</#macro>

<#macro switchOff>
  <@ofObject step.of.object()>
    ${action.remember(exchanged(offOf(step.of), step.off()?string("1", "0")))}
    ${action.outcomes()}
  </@ofObject>
</#macro>

<#-- What the callback was of may be gone. -->
<#macro over>
  ${action.remember(exchanged(runningOf(step.of()), "0"))}
  ${action.remember(exchanged(offOf(step.of()), "0"))}
    ${action.outcomes()}
</#macro>

<#function marked name>
  <#local all = action.identifier(name)>
  <#return action.memory + ".stored[" + facts.isOfObjects(name)?then(part(all, "l[2]"), all) + "] = 1">
</#function>
<#macro noteLeft>
  <#local off = action.identifier(step.of().off()), now = "IF " + step.states()?map(name -> marked(name))?join(" \\/ ") + " THEN 1 ELSE 0">
  <#if facts.isOfObjects(step.of().off())>
    ${action.remember("[" + action.memory + " EXCEPT !.stored = TLCEval([l \\in DOMAIN @ |-> IF l \\in ({" + off + "} \\X Objects) THEN " + now + " ELSE @[l]])]")}
  <#else>
    ${action.remember("[" + action.memory + " EXCEPT !.stored[" + off + "] = " + now + "]")}
  </#if>
    ${action.outcomes()}
</#macro>

<#-- From RCU to the callback, which is always with one of them. -->
<#macro hand>
  <@ofObject step.of().object()>
    ${action.remember(exchanged(runningOf(step.of()), "0"))}
    ${action.remember(exchanged(pendingOf(step.to()), "1"))}
    ${action.outcomes()}
  </@ofObject>
</#macro>

<#macro wakeUp>
  ${action.remember(exchanged(pendingOf(step.of()), "0"))}
    ${action.outcomes()}
</#macro>

<#-- Who was woken has left the queue already, and takes no lock. -->
<#macro leaveQueue>
  ${action.remember("[" + action.memory + " EXCEPT !.stored[" + pendingOf(step.of()) + "] = 0]")}
    ${action.outcomes()}
</#macro>
