<#-- Sequential consistency: one memory; a store is seen by everybody as soon as it is made. -->
<#import "../cells.ftl" as cells>
<#import "../calls.ftl" as calls>

<#-- Using a member is a dereference: an oops when the object is not there. -->
<#macro dereferencing location content=true>
  <#if location.class.simpleName == "Member">
    <#local object = action.value(location.object)>
    <#local misuse = content?then(
        "MemberMisuse(" + object + ", " + action.member(location.name) + ")",
        "Misuse(" + object + ")")>
    <#local wrong = action.fork()>
    ${wrong.assume(action.different(misuse, "{}"))}${wrong.fault(misuse)}<#t>
/\ \/ ${action.indent(wrong.oops(), 6)?trim}
   \/ /\ ${misuse} = {}
      <#local inner><#nested></#local>${action.indent(inner?trim, 6)?trim}
  <#else>
<#nested>
  </#if>
</#macro>

<#-- Of a member the store is part of the way on: where there is no object, nothing is stored. -->
<#macro write location value>
  <#if location.class.simpleName == "Member">
    ${action.effect(cells.stored(location, value))}<#t>
  <#else>
/\ ${cells.stored(location, value)}
  </#if>
</#macro>

<#macro load order="once">
  <@dereferencing step.location>
    <#local value = cells.cell(step.location)>
    ${action.bind(step.local, value)}<#t>
    <#if action.loadsPointer(step.local)>${action.staleness(value)}</#if><#t>
${action.outcomes()}
  </@dereferencing>
</#macro>

<#macro store order="once">
  <@dereferencing step.location, false>
<@write step.location action.operand(step.value)/>
${action.outcomes()}
  </@dereferencing>
</#macro>

<#-- A store that the compiler has delayed; the thread does not move. -->
<#macro lateStore>
  <@dereferencing step.location, false>
<@write step.location action.operand(step.value)/>
${action.stay()}
  </@dereferencing>
</#macro>

<#macro rmw>
  <@dereferencing step.location>
    <#local cell = cells.cell(step.location)>
<@write step.location action.written(cell)/>
    <#if step.local.isPresent()>
      ${action.bind(step.local.get(), cell)}<#t>
      <#if action.loadsPointer(step.local.get())>${action.staleness(cell)}</#if><#t>
    </#if>
${action.outcomes()}
  </@dereferencing>
</#macro>

<#macro fence kind></#macro>

<#macro lock>
/\ ~${action.identifier(step.lock)}
/\ ${action.identifier(step.lock)}' = TRUE
${action.outcomes()}
</#macro>

<#macro unlock>
  ${action.effect(action.identifier(step.lock) + "' = FALSE")}<#t>
</#macro>

<#macro tryLock>
  <#local lock = action.identifier(step.lock)>
/\ ${lock}' = TRUE
  ${action.bind(step.local, action.bit(action.unless(lock)))}<#t>
${action.outcomes()}
</#macro>

<#macro isLocked>
  ${action.bind(step.local, action.bit(action.identifier(step.lock)))}<#t>
${action.outcomes()}
</#macro>

<#-- Reads the slot from the object and enters the callback. -->
<#macro callSlot>
  <#local object = action.value(step.object)>
  <#if step.stored>${action.fault("SlotMisuse(" + object + ", " + action.member(step.slot) + ")")}<#else>${action.fault("Misuse(" + object + ")")}</#if><#t>
${action.enter(object)}
</#macro>

<#-- What the site is patched to, and whether using that is wrong. -->
<#macro staticCall>
  <#local site = action.site(step.site.name)>
<@calls.patched site "Misuse(" + site + ")"/>
</#macro>

<#macro staticCallUpdate>
/\ ${action.site(step.site.name)}' = ${action.operand(step.target)}
${action.outcomes()}
</#macro>

<#macro initialise>
/\ life' = [life EXCEPT ![NextObject] = "live"]
  <#list action.members as member>
    <#local name = action.member(member.name)>
    <#if member.choices?has_content>
/\ \E value \in {${action.values(member.choices)?join(", ")}} : ${name}' = [${name} EXCEPT ![NextObject] = value]
    <#elseif member.initial.isPresent()>
/\ ${name}' = [${name} EXCEPT ![NextObject] = ${action.value(member.initial.get())}]
    </#if>
  </#list>
${action.outcomes()}
</#macro>

<#macro tearDown>
/\ life' = [life EXCEPT ![${action.object}] = "torn down"]
${action.outcomes()}
</#macro>

<#macro interrupt></#macro>
<#macro interruptReturns></#macro>
<#macro readLock domain=""></#macro>
<#macro readUnlock domain=""></#macro>
<#macro gracePeriodBegins domain=""></#macro>
<#macro gracePeriodEnds domain=""></#macro>
<#macro assigned></#macro>
<#macro postponed></#macro>
<#macro branched></#macro>

<#macro admitted teller></#macro>

<#function newest variable><#return facts.litmus?then("memory[" + variable + "]", variable)></#function>

<#function released lock><#return "~" + lock></#function>
<#-- When an agent can take a lock. -->
<#function free lock agent><#return released(lock)></#function>

<#-- Memory does nothing by itself. -->
<#macro actions></#macro>
<#macro next></#macro>
<#macro fairness></#macro>
<#macro canGoOn></#macro>

<#-- What must hold for a pass to be one, if anything. -->
<#macro limits></#macro>
<#macro limitsConfigured></#macro>

<#-- What must be over when a litmus test is. -->
<#macro ended></#macro>
<#macro view></#macro>
<#macro viewConfigured liveness=false></#macro>
