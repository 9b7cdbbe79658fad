<#-- Locks: apart from other memory, or locations like any other where they are read too. -->

<#-- A message of the lock's, for locks that are read otherwise too. -->
<#function lockMessage value>
  <#return message(action.lock(step.lock, step.object()), value, "exchange", [], [])>
</#function>

<#macro lock><@ofObject step.object()><@takeLock/></@ofObject></#macro>

<#macro takeLock>
  <#local l = action.lock(step.lock, step.object()), before = action.memory, a = action.agent>
  <#if step.kind.shared>
    ${action.remember("ReadLocked(" + before + ", " + a + ", " + l + ")")}
    <@action.condition>${parts.lockHistory?then("Free(" + before + ", " + l + ")", "~" + before + ".locks[" + l + "].held")}</@action.condition>
    ${action.outcomes()}
  <#elseif parts.lockHistory>
    ${action.remember("Locked(" + before + ", " + a + ", " + l + ", message, " + lockMessage("1") + ")")}
    <@afterReaders l, a/>
    <@action.condition>Free(${before}, ${l})</@action.condition>
    <@action.let name="message" value=before + ".history[" + l + "][Len(" + before + ".history[" + l + "])]">
      ${action.outcomes()}
    </@action.let>
  <#else>
    ${action.remember("Locked(" + before + ", " + a + ", " + l + ")")}
    <@afterReaders l, a/>
    <@action.condition>~${before}.locks[${l}].held</@action.condition>
    ${action.outcomes()}
  </#if>
</#macro>

<#macro afterReaders l a>
  <#if facts.isReadUnder(step.lock)>${action.remember("AfterReaders(" + action.memory + ", " + a + ", " + l + ")")}</#if>
</#macro>

<#macro unlock>
  <#local l = action.lock(step.lock, step.object())>
  <#if step.kind.shared>
    ${action.remember("ReadUnlocked(" + action.memory + ", " + action.agent + ", " + l + ")")}
    <#return>
  </#if>
  <#local released = parts.lockHistory?then(", " + message(l, "0", "unlock", [], []), "")>
  ${action.remember("Unlocked(" + action.memory + ", " + action.agent + ", " + l + released + ")")}
</#macro>

<#-- The attempt at a lock that nobody looks at: it succeeds. -->
<#macro attempt>
  <#list action.order.notPassed() as condition>${action.require(condition)}</#list>
  <@lock/>
</#macro>

<#-- Free, whoever knew what: nobody learns anything by it. -->
<#macro initLock>
  <#local l = action.lock(step.lock, step.object())>
  ${action.remember(parts.lockHistory?then("Write(" + action.memory + ", " + action.agent + ", " + l + ", Len(" + action.memory + ".history[" + l + "]) + 1, " + message(l, "0", "once", [], []) + ")", "Unused(" + action.memory + ", " + l + ")"))}
</#macro>

<#macro tryLock><@ofObject step.object()><@tryToTake/></@ofObject></#macro>

<#macro tryToTake>
  <#local l = action.lock(step.lock, step.object()), before = action.memory, a = action.agent>
  <#local after = bounds(l, "exchange", [])>
  <@action.exists variable="message" set="Readable(" + before + ", " + a + ", " + l + by([]) + ")">
    <@action.either>
      <@action.way>
        ${action.assume(action.equal("message.value", "1"))}${action.bind(step.local, "0")}
        ${action.remember("Read(" + before + ", " + a + ", " + l + ", message" + by([]) + ")")}
        <@tried/>
        ${action.outcomes()}
      </@action.way>
      <@action.way>
        ${action.bind(step.local, "1")}
        <@action.condition>message.value = 0</@action.condition>
        <#list action.order.notPassed() as condition>${action.require(condition)}</#list>
        <@action.condition>Exchangeable(${before}, ${l}, message, ${after})</@action.condition>
        ${action.remember("Locked(" + before + ", " + a + ", " + l + ", message, " + lockMessage("1") + ")")}
        <@tried/>
        ${action.outcomes()}
      </@action.way>
    </@action.either>
  </@action.exists>
</#macro>

<#macro tried>
  <#if action.order.tracks(step.local)>${action.order.depends(step.local, brought("message", []))}</#if>
</#macro>

<#-- A reference to the module: who has one is where threads are. What its holders knew is not kept for the module. -->
<#macro modulePinned>
  <#list action.order.notPassed() as condition>${action.require(condition)}</#list>
</#macro>
<#macro moduleReleased></#macro>

<#macro isLocked><@ofObject step.object()><@lookAtLock/></@ofObject></#macro>

<#macro lookAtLock>
  <#local l = action.lock(step.lock, step.object()), before = action.memory, a = action.agent>
  ${action.bind(step.local, "message.value")}
  <@tried/>
  ${action.remember("Read(" + before + ", " + a + ", " + l + ", message" + by([]) + ")")}
  <@action.exists variable="message" set="Readable(" + before + ", " + a + ", " + l + by([]) + ")">
    ${action.outcomes()}
  </@action.exists>
</#macro>
