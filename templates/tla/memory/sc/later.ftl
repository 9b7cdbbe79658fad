<#-- What runs later. It begins where a run is due and none is in progress. -->
<#macro becomes of name value>
  <#if of.object().isPresent()>
    ${action.put(action.identifier(name), action.value(of.object().get()), value)}
  <#else>
    <@action.update variable=action.identifier(name)>${value}</@action.update>
  </#if>
</#macro>

<#macro run>
  <@chosen>
    <#local of = step.of>
    <@action.condition>${pendingOf(of)} /\ ~${runningOf(of)}</@action.condition>
    <@ofObject of.object()>
      <@becomes of of.pending() "FALSE"/>
      <@becomes of of.running() "TRUE"/>
      ${action.outcomes()}
    </@ofObject>
  </@chosen>
</#macro>

<#macro awaitEnd>
  <#local of = step.of, due = pendingOf(of)>
  <@ofObject of.object()>
    <@action.condition>~${action.lock(step.awaited(), of.object())}</@action.condition>
    <#if step.forAll><@action.condition>~${due}</@action.condition></#if>
    <#if step.local.isPresent()>${action.bind(step.local.get(), action.bit(due))}</#if>
    <#if step.cancels()><@becomes of of.pending() "FALSE"/></#if>
    ${action.outcomes()}
  </@ofObject>
</#macro>

<#macro arm>
  <#local of = step.of, due = pendingOf(of), off = of.stopped()?then(offOf(of), "")>
  <@ofObject of.object()>
    <#if step.local.isPresent()>${action.bind(step.local.get(), action.bit((off?has_content && of.kind().isAtomic())?then(due + " \\/ " + off, due)))}</#if>
    <@becomes of of.pending() off?has_content?then(due + " \\/ ~" + off, "TRUE")/>
    ${action.outcomes()}
  </@ofObject>
</#macro>

<#macro cancel>
  <#local of = step.of>
  <@ofObject of.object()>
    <#local due = pendingOf(of), runs = step.unlessRunning?then(runningOf(of), "")>
    <#if step.local.isPresent()>${action.bind(step.local.get(), runs?has_content?then("IF " + runs + " THEN -1 ELSE " + action.bit(due), action.bit(due)))}</#if>
    <@becomes of of.pending() runs?has_content?then(due + " /\\ " + runs, "FALSE")/>
    ${action.outcomes()}
  </@ofObject>
</#macro>

<#macro isDue>
  <@ofObject step.of.object()>
    <#local due = pendingOf(step.of)>
    ${action.bind(step.local, action.bit(step.orRuns()?then(due + " \\/ " + runningOf(step.of), due)))}
    ${action.outcomes()}
  </@ofObject>
</#macro>

<#macro switchOff>
  <@ofObject step.of.object()>
    <@becomes step.of step.of.off() step.off()?string("TRUE", "FALSE")/>
    ${action.outcomes()}
  </@ofObject>
</#macro>

<#-- What the callback was of may be gone. -->
<#macro over>
  <@becomes step.of() step.of().running() "FALSE"/>
  <@becomes step.of() step.of().off() "FALSE"/>
    ${action.outcomes()}
</#macro>

<#function marked name>
  <#local all = action.identifier(name)>
  <#return facts.isOfObjects(name)?then(part(all, "o"), all)>
</#function>
<#macro noteLeft>
  <#local now = step.states()?map(name -> marked(name))?join(" \\/ ")>
  <@action.update variable=action.identifier(step.of().off())>${facts.isOfObjects(step.of().off())?then("[o \\in Objects |-> " + now + "]", now)}</@action.update>
    ${action.outcomes()}
</#macro>

<#-- From RCU to the callback, which is always with one of them. -->
<#macro hand>
  <@ofObject step.of().object()>
    <@becomes step.of() step.of().running() "FALSE"/>
    <@becomes step.to() step.to().pending() "TRUE"/>
    ${action.outcomes()}
  </@ofObject>
</#macro>

<#macro wakeUp>
  <@becomes step.of() step.of().pending() "FALSE"/>
    ${action.outcomes()}
</#macro>
<#macro leaveQueue><@wakeUp/></#macro>
