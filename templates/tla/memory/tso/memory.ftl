<#-- x86-TSO: a store waits in a buffer; loads look there first. The operators are in definitions.ftl. -->
<#import "../cells.ftl" as cells>
<#import "../calls.ftl" as calls>
<#import "../members.ftl" as members>
<#include "../objects.ftl">
<#include "later.ftl">
<#include "lines.ftl">

<#-- Where a location's value is kept. -->
<#function place location>
  <#local name = location.class.simpleName>
  <#if name == "Global"><#return action.identifier(location.name)></#if>
  <#if name == "Pointee"><#return action.value(location.pointer)></#if>
  <#if name == "ThisCpu"><#return "<<" + action.identifier(location.name) + ", " + action.cpu + ">>"></#if>
  <#if name == "OfCpu"><#return "<<" + action.identifier(location.name) + ", " + action.value(location.cpu) + ">>"></#if>
  <#if name == "Element"><#return "<<" + action.identifier(location.name) + ", " + action.value(location.index) + ">>"></#if>
  <#return "<<" + action.member(location.name) + ", " + action.value(location.object) + ">>">
</#function>

<#-- Who makes no stores has no buffer to look in, and none to empty. -->
<#function loaded location>
  <#return action.knowledge.own?then("Value(" + action.memory + ", " + action.agent + ", " + location + ")", action.memory + ".stored[" + location + "]")>
</#function>
<#function exchanged location value>
  <#return action.knowledge.own?then("Exchanged(" + action.memory + ", " + action.agent + ", " + location + ", " + value + ")", "[" + action.memory + " EXCEPT !.stored[" + location + "] = " + value + "]")>
</#function>

<#-- Using a member is a dereference; a litmus test's pointer may lead nowhere. -->
<#macro followed location>
  <#if location.class.simpleName == "Pointee">
    <#local pointer = action.operand(location.pointer)>
    <@action.either>
      <@action.way>
        ${action.assume(action.outside(pointer, "Locations"))}
        <#if step.writes().isPresent()>${action.bind(step.writes().get(), "0")}</#if>
        ${action.outcomes()}
      </@action.way>
      <@action.way>
        <@action.condition>${pointer} \in Locations</@action.condition>
        <#nested>
      </@action.way>
    </@action.either>
  <#elseif location.class.simpleName == "Member">
    <#local misuse = "Misuse(" + action.value(location.object) + ")">
    <@members.sound misuse><#nested></@members.sound>
  <#elseif location.class.simpleName == "Element">
    <@cells.within location><#nested></@cells.within>
  <#else>
    <#nested>
  </#if>
</#macro>

<#macro touching object><@members.sound "Misuse(" + action.value(object) + ")"><#nested></@members.sound></#macro>

<#macro load order="once">
  <@followed step.location>
    <#local value = facts.isPrivate(step.location.name)?then(cells.cell(step.location), loaded(place(step.location)))>
    <@members.initialised step.location, value>
      ${action.bind(step.local, value)}
      <#if action.loadsPointer(step.local)>${action.staleness(value)}</#if>
    ${action.outcomes()}
    </@members.initialised>
  </@followed>
</#macro>

<#-- Who stores again and again, at once or late, waits for room in the buffer. -->
<#macro room>
  <#if facts.storesForEver>${action.assume("Len(" + action.memory + ".buffer[" + action.agent + "]) < 4")}</#if>
</#macro>

<#macro store order="once">
  <#if facts.isPrivate(step.location.name)>
    <@cells.store step.location action.operand(step.value)/>
    ${action.outcomes()}
    <#return>
  </#if>
  <@followed step.location>
    <@room/>
    ${action.remember("Buffered(" + action.memory + ", " + action.agent + ", " + place(step.location) + ", " + action.operand(step.value) + ")")}
    ${action.outcomes()}
  </@followed>
</#macro>

<#-- A store that the compiler has delayed; the thread does not move. -->
<#macro lateStore>
  <#if facts.isPrivate(step.location.name)>
    <@cells.store step.location action.operand(step.value)/>
    ${action.stay()}
    <#return>
  </#if>
  <@followed step.location>
    <@room/>
    ${action.remember("Buffered(" + action.memory + ", " + action.agent + ", " + place(step.location) + ", " + action.value(step.value) + ")")}
    ${action.stay()}
  </@followed>
</#macro>

<#-- A locked instruction, whatever order the primitive asks for. -->
<#macro rmw>
  <@followed step.location>
    <#local l = place(step.location), old = loaded(place(step.location))>
    <@members.initialised step.location, old>
      <#-- Before the register gets the old value, which the new one may be computed from. -->
      <#local new = action.atomic.written(old)>
      <#if step.local.isPresent()>
        ${action.bind(step.local.get(), old)}
        <#if action.loadsPointer(step.local.get())>${action.staleness(old)}</#if>
      </#if>
      ${action.remember(exchanged(l, new))}
    ${action.outcomes()}
    </@members.initialised>
  </@followed>
</#macro>

<#-- All of the agent's stores reach memory. -->
<#macro flush>
  <#if action.knowledge.own>${action.remember("Flushed(" + action.memory + ", " + action.agent + ")")}</#if>
</#macro>

<#macro fence kind>
  <#if kind == "mb"><@flush/></#if>
</#macro>

<#-- A locked instruction. It waits for the buffer instead of emptying it: others must see the lock
     free that the CPU itself has released, or it would never be theirs. -->
<#macro lock>
  <@ofObject step.object()>
    <#local l = action.lock(step.lock, step.object()), before = action.memory>
    <#if !step.kind.shared>${action.remember("[" + before + " EXCEPT !.stored[" + l + "] = 1]")}</#if>
    <#if action.knowledge.own><@action.condition>${before}.buffer[${action.agent}] = <<>></@action.condition></#if>
    <@action.condition>${released(l)}</@action.condition>
    ${action.outcomes()}
  </@ofObject>
</#macro>

<#macro initLock>
  ${action.remember("Buffered(" + action.memory + ", " + action.agent + ", " + action.lock(step.lock, step.object()) + ", 0)")}
</#macro>

<#-- Released by a plain store or by a locked instruction; who reads changes nothing that is stored. -->
<#macro unlock>
  <#local l = action.lock(step.lock, step.object())>
  <#if step.kind.shared>
    <@flush/>
  <#else>
    ${action.remember(step.kind.releasedByStore?then("Buffered(" + action.memory + ", " + action.agent + ", " + l + ", 0)", exchanged(l, "0")))}
  </#if>
</#macro>

<#-- The attempt at a lock that nobody looks at: it succeeds. -->
<#macro attempt><@lock/></#macro>

<#macro tryLock>
  <@ofObject step.object()>
    <#local l = action.lock(step.lock, step.object())>
    ${action.bind(step.local, "1 - " + loaded(l))}
    ${action.remember(exchanged(l, "1"))}
    ${action.outcomes()}
  </@ofObject>
</#macro>

<#-- A reference to the module: who has one is where threads are. What its holders knew is not kept for the module. -->
<#macro modulePinned></#macro>
<#macro moduleReleased><@flush/></#macro>

<#macro isLocked>
  <@ofObject step.object()>
    ${action.bind(step.local, loaded(action.lock(step.lock, step.object())))}
    ${action.outcomes()}
  </@ofObject>
</#macro>

<#-- Reads the slot from the object and enters the callback. -->
<#macro callSlot>
  <#local object = action.value(step.object)>
  <#if step.stored>
    <#local slot = loaded("<<" + action.member(step.slot) + ", " + object + ">>")>
    ${action.fault("(IF Misuse(" + object + ") # {} THEN Misuse(" + object + ") ELSE IF " + slot + " = Uninitialised THEN {\"use before initialisation\"} ELSE IF " + slot + " = NULL THEN {\"NULL dereference\"} ELSE {})")}
  <#else>
    ${action.fault("Misuse(" + object + ")")}
  </#if>
  ${action.enter(object)}
</#macro>

<#macro staticCall>
  <#local site = action.site(step.site.name)>
  <@calls.patched site "Misuse(" + site + ")"/>
</#macro>

<#-- Patching text synchronises all CPUs. -->
<#macro staticCallUpdate>
  <@flush/>
  <@action.update variable=action.site(step.site.name)>${action.operand(step.target)}</@action.update>
    ${action.outcomes()}
</#macro>

<#macro initialise>
  ${action.put("life", "NextObject", "\"live\"")}
  <#if action.recycles>
    <#list action.members as member>${action.remember("[" + action.memory + " EXCEPT !.stored[<<" + action.member(member.name) + ", NextObject>>] = Uninitialised]")}</#list>
  </#if>
  <#list action.members as member>
    <#local l = "<<" + action.member(member.name) + ", NextObject>>">
    <#if member.choices?has_content>
      <#local held = action.choose("value", "{" + action.values(member.choices)?join(", ") + "}")>
      ${action.remember("Buffered(" + action.memory + ", " + action.agent + ", " + l + ", " + held + ")")}
    <#elseif member.initial.isPresent()>
      ${action.remember("Buffered(" + action.memory + ", " + action.agent + ", " + l + ", " + action.value(member.initial.get()) + ")")}
    </#if>
  </#list>
    ${action.outcomes()}
</#macro>

<#macro nothingFound></#macro>

<#macro allocate>
  ${action.put("life", "NextObject", "\"live\"")}
  <#if action.recycles>
    <#list action.members as member>${action.remember("[" + action.memory + " EXCEPT !.stored[<<" + action.member(member.name) + ", NextObject>>] = Uninitialised]")}</#list>
  </#if>
  <#list step.contents as member, value>
    ${action.remember("Buffered(" + action.memory + ", " + action.agent + ", <<" + action.member(member) + ", NextObject>>, " + action.value(value) + ")")}
  </#list>
    ${action.outcomes()}
</#macro>

<#macro tearDown object>
  ${action.put("life", object, "\"torn down\"")}
    ${action.outcomes()}
</#macro>

<#-- An interrupt drains the buffer of its CPU, and so does IRET: Intel SDM volume 3, Store Buffer. -->
<#macro interrupt>
  <#list action.knowledge.pinned as task>${action.assume(task.has(task.memory + ".buffer[" + task.agent + "] = <<>>"))}</#list>
  <@flush/>
</#macro>
<#macro interruptReturns>
  <@flush/>
</#macro>
<#macro readLock domain=""></#macro>
<#-- The stores of a section come before the end of a grace period that it comes before. -->
<#function kind domain><#return "\"" + domain?has_content?then(domain, "rcu") + "\""></#function>
<#macro readUnlock domain="">
  <#if machine.sectionsStore && action.knowledge.own && (domain?has_content || !action.handler) && facts.waitsFor(domain)>
    ${action.remember("SectionEnded(" + action.memory + ", " + action.agent + ", " + kind(domain) + ", " + action.sections.waiters + ")")}
  </#if>
</#macro>
<#macro gracePeriodBegins domain="">
  <@flush/>
  <#if machine.sectionsStore>
    ${action.remember("GracePeriodBegun(" + action.memory + ", " + kind(domain) + ", " + action.sections.waiter + ")")}
  </#if>
</#macro>
<#macro gracePeriodEnds domain="">
  <#if machine.sectionsStore>${action.assume("~Due(" + action.memory + ", " + action.sections.waiter + ")")}</#if>
  <@flush/>
</#macro>
<#macro assigned></#macro>
<#macro postponed></#macro>
<#macro branched></#macro>
<#macro admitted teller></#macro>

<#-- What a variable holds in the end, whoever may still see older values. -->
<#function part name index><#return "<<" + name + ", " + index + ">>"></#function>
<#function newest address><#return "memory.stored[" + address + "]"></#function>
<#function released lock><#return "memory.stored[" + lock + "] = 0"></#function>
<#-- How many states are explored for any number, which must come to an end before any other. -->
<#function fewStates><#return "10000"></#function>

<#function held lock><#return "memory.stored[" + lock + "] = 1"></#function>
<#-- That somebody has the lock of an object that ends now; who has released it may end it with the store in its buffer. -->
<#function leftHeld lock><#return loaded(lock) + " = 1"></#function>
<#-- When an agent can take a lock. -->
<#function free lock agent mem><#return drained(agent, mem) + released(lock)></#function>
<#function drained agent mem><#return agent?has_content?then(mem + ".buffer[" + agent + "] = <<>> /\\ ", "")></#function>
<#-- When one has its turn. Also while the store that frees the lock is in a buffer: who waits in its queue is before who stored that. -->
<#function turn lock agent mem>
<#if !machine.buffered || !agent?has_content><#return free(lock, agent, mem)></#if>
<#return drained(agent, mem) + "(" + released(lock) + " \\/ \\E a \\in Agents : \\E i \\in DOMAIN memory.buffer[a] : memory.buffer[a][i].to = " + lock + ")">
</#function>
<#function turnsBeforeFree><#return machine.buffered></#function>

<#-- Where memory refers to object o. -->
<#macro reading>
<#if machine.buffered>
\* A store that waits refers to the object.
Refers(store, o) ==
  \/ store.value = o
<#if declare.members?has_content>
  \/ store.to \in ({${declare.members?map(m -> m.identifier)?join(", ")}} \X {o})
</#if>

</#if>
</#macro>
<#macro references>
<#if facts.hasMemory>
  \/ \E l \in Locations : memory.stored[l] = o
</#if>
<#if machine.buffered>
  \/ \E a \in Agents : \E i \in DOMAIN memory.buffer[a] : Refers(memory.buffer[a][i], o)
</#if>
<#list declare.agentsInCrowds as m>
  \/ \E ${m.index()} \in ${m.crowd()} : \E i \in DOMAIN ${m.own()} : Refers(${m.own()}[i], o)
</#list>
<#list declare.sites as s>
  \/ ${s.identifier} = o
</#list>
</#macro>

<#-- What memory does by itself. -->
<#macro actions>
<#if machine.buffered>
-----------------------------------------------------------------------------
(* The oldest store in a buffer reaches memory.                            *)

<#list declare.agentsInCrowds as m>
Drain_${m.name()} ==
  \E ${m.index()} \in ${m.crowd()} :
<#if (spec.oopses![])?has_content>
    /\ Running
</#if>
    /\ ${m.own()} # <<>>
    /\ memory' = [memory EXCEPT !.stored[Head(${m.own()}).to] = Head(${m.own()}).value]
    /\ \E rest \in ${m.crowd()}_Without(${m.index()}) :
         ${m.crowd()}' = rest \cup {[${m.index()} EXCEPT !.${m.fields()?join(".")} = Tail(@)]}
    /\ UNCHANGED <<${layout.list(declare.variables?map(v -> v.name)?filter(v -> v != "memory" && v != m.crowd()), 19)}>>

</#list>
Drain(a) ==
<#if (spec.oopses![])?has_content>
  /\ Running
</#if>
  /\ memory.buffer[a] # <<>>
  /\ LET oldest == Head(memory.buffer[a]) IN
       memory' = [memory EXCEPT !.stored[oldest.to] = oldest.value, !.buffer[a] = Tail(@)]
  /\ UNCHANGED <<${layout.list(declare.variables?map(v -> v.name)?filter(v -> v != "memory"), 17)}>>

</#if>
</#macro>
<#macro next>
<#if machine.buffered>
  \/ \E a \in Agents : Drain(a)
<#list declare.agentsInCrowds as m>
  \/ Drain_${m.name()}
</#list>
</#if>
</#macro>
<#macro fairness>
<#if machine.buffered>
  /\ \A a \in Agents : WF_vars(Drain(a))
</#if>
</#macro>
<#macro fairnessForTlc>
<#if machine.buffered>
<#local still = (spec.oopses![])?has_content?then(" \\/ ~Running", "")>
  /\ \A a \in Agents :
       []<>(memory.buffer[a] = <<>>${still}) \/ []<><<Drain(a)>>_vars
</#if>
</#macro>
<#macro canGoOn>
<#if machine.buffered>
        \/ \E a \in Agents : memory.buffer[a] # <<>>
<#list declare.agentsInCrowds as m>
        \/ \E ${m.index()} \in ${m.crowd()} : ${m.own()} # <<>>
</#list>
</#if>
</#macro>

<#-- What must hold for a pass to be one, if anything. -->
<#macro limits></#macro>
<#macro limitsConfigured></#macro>

<#-- What must be over when a litmus test is. -->
<#macro ended>
  /\ \A a \in Agents : memory.buffer[a] = <<>>
</#macro>
<#macro view></#macro>
<#macro viewConfigured liveness=false></#macro>
