<#-- Sequential consistency: one memory; a store is seen by everybody as soon as it is made. -->
<#import "../../types.ftl" as types>
<#import "../cells.ftl" as cells>
<#import "../calls.ftl" as calls>
<#import "../members.ftl" as members>
<#include "../objects.ftl">
<#include "later.ftl">
<#include "lines.ftl">

<#-- Using a member is a dereference: an oops when the object is not there. -->
<#macro dereferencing location content=true>
  <#if location.class.simpleName == "Member">
    <#local object = action.value(location.object)>
    <#local misuse = content?then(
        "MemberMisuse(" + object + ", " + action.member(location.name) + ")",
        "Misuse(" + object + ")")>
    <@members.sound misuse><#nested></@members.sound>
  <#elseif location.class.simpleName == "Element">
    <@cells.within location><#nested></@cells.within>
  <#else>
    <#nested>
  </#if>
</#macro>

<#macro touching object><@members.sound "Misuse(" + action.value(object) + ")"><#nested></@members.sound></#macro>

<#macro load order="once">
  <@dereferencing step.location>
    <#local value = cells.cell(step.location)>
    ${action.bind(step.local, value)}
    <#if action.loadsPointer(step.local)>${action.staleness(value)}</#if>
    ${action.outcomes()}
  </@dereferencing>
</#macro>

<#macro store order="once">
  <@dereferencing step.location, false>
    <@cells.store step.location action.operand(step.value)/>
    ${action.outcomes()}
  </@dereferencing>
</#macro>

<#-- A store that the compiler has delayed; the thread does not move. -->
<#macro lateStore>
  <@dereferencing step.location, false>
    <@cells.store step.location action.operand(step.value)/>
    ${action.stay()}
  </@dereferencing>
</#macro>

<#macro rmw>
  <@dereferencing step.location>
    <#local cell = cells.cell(step.location)>
    <@cells.store step.location action.atomic.written(cell)/>
    <#if step.local.isPresent()>
      ${action.bind(step.local.get(), cell)}
      <#if action.loadsPointer(step.local.get())>${action.staleness(cell)}</#if>
    </#if>
    ${action.outcomes()}
  </@dereferencing>
</#macro>

<#macro fence kind></#macro>

<#macro lock>
  <@ofObject step.object()>
    <@action.condition>~${action.lock(step.lock, step.object())}</@action.condition>
    <#if !step.kind.shared><@taken/></#if>
    ${action.outcomes()}
  </@ofObject>
</#macro>

<#macro taken>
  <#if step.object().isPresent()>
    ${action.put(action.identifier(step.lock), action.value(step.object().get()), "TRUE")}
  <#else>
    <@action.update variable=action.identifier(step.lock)>TRUE</@action.update>
  </#if>
</#macro>

<#macro initLock><@unlock/></#macro>

<#macro unlock>
  <#if step.object().isPresent()>
    ${action.noteAt(action.identifier(step.lock), action.value(step.object().get()), "FALSE")}
  <#elseif !step.kind.shared>
    ${action.note(action.identifier(step.lock), "FALSE")}
  </#if>
</#macro>

<#-- The attempt at a lock that nobody looks at: it succeeds. -->
<#macro attempt><@lock/></#macro>

<#macro tryLock>
  <@ofObject step.object()>
    <@taken/>
    ${action.bind(step.local, action.bit(action.unless(action.lock(step.lock, step.object()))))}
    ${action.outcomes()}
  </@ofObject>
</#macro>

<#macro modulePinned></#macro>
<#macro moduleReleased></#macro>

<#macro isLocked>
  <@ofObject step.object()>
    ${action.bind(step.local, action.bit(action.lock(step.lock, step.object())))}
    ${action.outcomes()}
  </@ofObject>
</#macro>

<#-- Reads the slot from the object and enters the callback. -->
<#macro callSlot>
  <#local object = action.value(step.object)>
  <#if step.stored>${action.fault("SlotMisuse(" + object + ", " + action.member(step.slot) + ")")}<#else>${action.fault("Misuse(" + object + ")")}</#if>
  ${action.enter(object)}
</#macro>

<#-- What the site is patched to, and whether using that is wrong. -->
<#macro staticCall>
  <#local site = action.site(step.site.name)>
  <@calls.patched site "Misuse(" + site + ")"/>
</#macro>

<#macro staticCallUpdate>
  <@action.update variable=action.site(step.site.name)>${action.operand(step.target)}</@action.update>
    ${action.outcomes()}
</#macro>

<#macro initialise>
  ${action.put("life", "NextObject", "\"live\"")}
  <#list action.members as member>
    <#local name = action.member(member.name)>
    <#if member.choices?has_content>
      <@action.exists variable="value" set="{" + action.values(member.choices)?join(", ") + "}">
        ${action.put(name, "NextObject", "value")}
      </@action.exists>
    <#elseif member.initial.isPresent()>
      ${action.put(name, "NextObject", action.value(member.initial.get()))}
    <#elseif action.recycles>
      ${action.put(name, "NextObject", "Uninitialised")}
    </#if>
  </#list>
    ${action.outcomes()}
</#macro>

<#macro nothingFound></#macro>

<#macro allocate>
  ${action.put("life", "NextObject", "\"live\"")}
  <#list action.members as member>
    <#local name = action.member(member.name)>
    <#if step.contents[member.name]??>
      ${action.put(name, "NextObject", action.value(step.contents[member.name]))}
    <#elseif action.recycles>
      ${action.put(name, "NextObject", "Uninitialised")}
    </#if>
  </#list>
    ${action.outcomes()}
</#macro>

<#macro tearDown object>
  ${action.put("life", object, "\"torn down\"")}
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

<#-- One element of what has several. -->
<#function part variable index><#return variable + "[" + index + "]"></#function>
<#function newest variable><#return facts.litmus?then("memory[" + variable + "]", variable)></#function>

<#function released lock><#return "~" + lock></#function>
<#-- How many states are explored for any number, which must come to an end before any other. -->
<#function fewStates><#return "10000"></#function>

<#function held lock><#return lock></#function>
<#-- That somebody has the lock of an object that ends now. -->
<#function leftHeld lock><#return held(lock)></#function>
<#-- When an agent can take a lock. -->
<#function free lock agent mem><#return released(lock)></#function>
<#-- When one that waits for it has its turn, and whether that may be before. -->
<#function turn lock agent mem><#return free(lock, agent, mem)></#function>
<#function turnsBeforeFree><#return false></#function>

<#-- Where memory refers to object o. -->
<#macro reading></#macro>
<#macro references>
<#list declare.globals?filter(g -> g.values.has("OBJECT")) as g>
  \/ ${g.identifier} = o
</#list>
<#list declare.arrays?filter(a -> a.values.has("OBJECT")) as a>
  \/ \E i \in ${types.indices(a)} : ${a.identifier}[i] = o
</#list>
<#list declare.sites as s>
  \/ ${s.identifier} = o
</#list>
<#list declare.members?filter(m -> m.values.has("OBJECT")) as m>
  \/ \E p \in Objects : ${m.identifier}[p] = o
</#list>
</#macro>

<#-- Memory does nothing by itself. -->
<#macro actions></#macro>
<#macro next></#macro>
<#macro fairness></#macro>
<#macro fairnessForTlc></#macro>
<#macro canGoOn></#macro>

<#-- What must hold for a pass to be one, if anything. -->
<#macro limits></#macro>
<#macro limitsConfigured></#macro>

<#-- What must be over when a litmus test is. -->
<#macro ended></#macro>
<#macro view></#macro>
<#macro viewConfigured liveness=false></#macro>
