<#-- What runs later: apart from other memory, as locks are. -->

<#macro run>
  <@chosen>
    <#local due = pendingOf(step.of), running = runningOf(step.of), a = action.agent, before = action.memory>
    <@action.condition>${before}.locks[${due}].held</@action.condition>
    <@action.condition>~${before}.locks[${running}].held</@action.condition>
    ${action.remember("Locked(Taken(" + before + ", " + a + ", " + due + "), " + a + ", " + running + ")")}
    <@ofObject step.of.object()>
      ${action.outcomes()}
    </@ofObject>
  </@chosen>
</#macro>

<#macro awaitEnd>
  <@ofObject step.of.object()>
    <#local due = pendingOf(step.of), running = runningOf(step.of), a = action.agent, before = action.memory>
    <@action.condition>~${before}.locks[${action.lock(step.awaited(), step.of.object())}].held</@action.condition>
    <#if step.forAll><@action.condition>~${before}.locks[${due}].held</@action.condition></#if>
    <#if step.local.isPresent()>${action.bind(step.local.get(), action.bit(before + ".locks[" + due + "].held"))}</#if>
    <#if step.cancels()>
      ${action.remember("Taken(Taken(" + before + ", " + a + ", " + running + "), " + a + ", " + due + ")")}
    <#elseif step.underLock>
      ${action.remember("Unlocked(Taken(" + before + ", " + a + ", " + running + "), " + a + ", " + running + ")")}
    <#elseif !step.begins()>
      ${action.remember("Taken(" + before + ", " + a + ", " + running + ")")}
    </#if>
    ${action.outcomes()}
  </@ofObject>
</#macro>

<#-- A timer that is due already is not touched: the kernel looks before it takes its lock. -->
<#macro arm>
  <@ofObject step.of.object()>
    <#local due = pendingOf(step.of), a = action.agent, before = action.memory>
    <#local held = before + ".locks[" + due + "].held", off = step.of.stopped()?then(before + ".locks[" + offOf(step.of) + "].held", "")>
    <#local armed = "Armed(" + step.of.kind().isAtomic()?then("Taken(" + before + ", " + a + ", " + due + ")", before) + ", " + a + ", " + due + ")">
    <#local idle = step.of.kind().isAtomic()?then(off?has_content?then("~" + off, ""), "~" + held + off?has_content?then(" /\\ ~" + off, ""))>
    <#if step.local.isPresent()>${action.bind(step.local.get(), action.bit((off?has_content && step.of.kind().isAtomic())?then(held + " \\/ " + off, held)))}</#if>
    ${action.remember(idle?has_content?then("IF " + idle + " THEN " + armed + " ELSE " + before, armed))}
    ${action.outcomes()}
  </@ofObject>
</#macro>

<#-- Who looks before taking the kernel's lock may find what was true before. -->
<#macro cancel>
  <@ofObject step.of.object()>
    <#local due = pendingOf(step.of), a = action.agent, before = action.memory>
    <#local held = before + ".locks[" + due + "].held">
    <#if step.looks()>
      <@action.either>
        <@action.way>
          <#if step.local.isPresent()>${action.bind(step.local.get(), "0")}</#if>
          ${action.outcomes()}
        </@action.way>
        <@action.way>
          <#if step.local.isPresent()>${action.bind(step.local.get(), "1")}</#if>
          <@action.condition>${held}</@action.condition>
          ${action.remember("Taken(" + before + ", " + a + ", " + due + ")")}
          ${action.outcomes()}
        </@action.way>
      </@action.either>
    <#else>
      <#local runs = step.unlessRunning?then(before + ".locks[" + runningOf(step.of) + "].held", "")>
      <#local taken = "Taken(" + before + ", " + a + ", " + due + ")">
      <#if step.local.isPresent()>${action.bind(step.local.get(), runs?has_content?then("IF " + runs + " THEN -1 ELSE " + action.bit(held), action.bit(held)))}</#if>
      ${action.remember(runs?has_content?then("IF " + runs + " THEN " + before + " ELSE Taken(" + taken + ", " + a + ", " + runningOf(step.of) + ")", taken))}
      ${action.outcomes()}
    </#if>
  </@ofObject>
</#macro>

<#-- Nothing orders the look: it may find what was true before. -->
<#macro isDue>
  <@ofObject step.of.object()>
    <#if step.now>
      <#local due = pendingOf(step.of), before = action.memory>
      ${action.bind(step.local, action.bit(before + ".locks[" + due + "].held"))}
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
    ${action.remember("[" + action.memory + " EXCEPT !.locks[" + offOf(step.of) + "].held = " + step.off()?string("TRUE", "FALSE") + "]")}
    ${action.outcomes()}
  </@ofObject>
</#macro>

<#-- What the callback was of may be gone. -->
<#macro over>
  ${action.remember("[Unlocked(" + action.memory + ", " + action.agent + ", " + runningOf(step.of()) + ") EXCEPT !.locks[" + offOf(step.of()) + "].held = FALSE]")}
    ${action.outcomes()}
</#macro>

<#function marked name>
  <#local all = action.identifier(name)>
  <#return action.memory + ".locks[" + facts.isOfObjects(name)?then(part(all, "l[2]"), all) + "].held">
</#function>
<#macro noteLeft>
  <#local off = action.identifier(step.of().off()), now = step.states()?map(name -> marked(name))?join(" \\/ ")>
  <#if facts.isOfObjects(step.of().off())>
    ${action.remember("[" + action.memory + " EXCEPT !.locks = TLCEval([l \\in DOMAIN @ |-> IF l \\in ({" + off + "} \\X Objects) THEN [@[l] EXCEPT !.held = " + now + "] ELSE @[l]])]")}
  <#else>
    ${action.remember("[" + action.memory + " EXCEPT !.locks[" + off + "].held = " + now + "]")}
  </#if>
    ${action.outcomes()}
</#macro>

<#-- From RCU to the callback, which is always with one of them. -->
<#macro hand>
  <@ofObject step.of().object()>
    <#local due = pendingOf(step.to()), running = runningOf(step.of())>
    ${action.remember("Unlocked(Armed(" + action.memory + ", " + action.agent + ", " + due + "), " + action.agent + ", " + running + ")")}
    ${action.outcomes()}
  </@ofObject>
</#macro>

<#macro wakeUp>
  <#local queued = pendingOf(step.of()), a = action.agent>
  ${action.remember("Unlocked(Taken(" + action.memory + ", " + a + ", " + queued + "), " + a + ", " + queued + ")")}
    ${action.outcomes()}
</#macro>

<#-- Who was woken has left the queue already, and takes no lock. -->
<#macro leaveQueue>
  ${action.remember("[" + action.memory + " EXCEPT !.locks[" + pendingOf(step.of()) + "].held = FALSE]")}
    ${action.outcomes()}
</#macro>
