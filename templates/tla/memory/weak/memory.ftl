<#-- The Linux kernel memory model as a machine with views. The operators are in definitions.ftl. -->
<#assign parts = machine>
<#import "relevant.ftl" as relevance>
<#import "../cells.ftl" as cells>
<#import "../calls.ftl" as calls>
<#import "../members.ftl" as members>

<#include "../objects.ftl">
<#include "messages.ftl">
<#include "locks.ftl">
<#include "later.ftl">
<#include "lines.ftl">
<#include "lives.ftl">

<#-- A pointer that leads nowhere: loads give 0, stores are lost. A strategy's pointers are checked. -->
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
        <#list action.order.apart() as condition>${action.require(condition)}</#list>
        <#nested>
      </@action.way>
    </@action.either>
  <#elseif location.class.simpleName == "Member">
    <@used action.value(location.object), action.order.addressDependencies(location)>
      <#nested>
    </@used>
  <#elseif location.class.simpleName == "Element">
    <@cells.within location><#nested></@cells.within>
  <#else>
    <#nested>
  </#if>
</#macro>

<#-- What memory is once an object in a state has been used. -->
<#function use before object by>
  <#return parts.onlyLooks(action.knowledge.thread)?then("LookedAt(", "Used(") + before + ", " + action.agent + ", " + object + ", state" + by + ")">
</#function>

<#-- Using the object behind a pointer: what its life looks like from here, and an oops where that is wrong. -->
<#macro used object dependencies>
  <#local before = action.memory, by = by(dependencies), bad = "Misuse(" + object + ", state.value)">
  <@action.exists variable="state" set="Uses(" + before + ", " + action.agent + ", " + object + by + ")">
    <@action.either>
      <@action.way>
        ${action.assume(action.different(bad, "{}"))}${action.fault(bad)}
        ${action.oops()}
      </@action.way>
      <@action.way>
        <@action.condition>${bad} = {}</@action.condition>
        <#-- A name for it: TLC would compute it at each use. -->
        <@action.let name="used" value=use(before, object, by)>
          ${action.remember("used")}
          <#nested>
        </@action.let>
      </@action.way>
    </@action.either>
  </@action.exists>
</#macro>

<#macro touching object><@used action.value(object), action.order.dependencies(object)><#nested></@used></#macro>

<#--
  Prints that plain accesses race, for the report of a litmus test: what is newer than all that is known here
  is not ordered with this access, and one of the two is plain. The other order of the two comes up in
  another run.
-->
<#macro racing location l order oldest mem>
  <#if facts.litmus && machine.hasPlain && (location.name() == "*" || machine.isPlain(location.name()))>
    <@action.condition>Raced(${mem}, ${l}, ${oldest}, ${(order == "plain")?then("TRUE", "FALSE")})</@action.condition>
  </#if>
</#macro>

<#macro load order="once">
  <#if facts.isPrivate(step.location.name)>
    <#local value = cells.cell(step.location)>
    ${action.bind(step.local, value)}
    <#if action.loadsPointer(step.local)>${action.staleness(value)}</#if>
    ${action.outcomes()}
    <#return>
  </#if>
  <@followed step.location>
    <#local l = place(step.location), before = action.memory, address = action.order.addressDependencies(step.location)>
    ${action.bind(step.local, "message.value")}
    <#if action.order.tracks(step.local)>${action.order.depends(step.local, brought("message", address))}</#if>
    <#if action.loadsPointer(step.local)>${action.staleness("message.value")}</#if>
    <@racing step.location, l, order, "Oldest(" + before + ", " + action.agent + ", " + l + by(address) + ")", before/>
    <@action.exists variable="message" set="Readable(" + before + ", " + action.agent + ", " + l + by(address) + ")">
      <@members.initialised step.location, "message.value">
        ${action.remember((order == "acquire")?then("ReadAcquire", parts.onlyLooks(action.knowledge.thread)?then("Look", "Read")) + "(" + before + ", " + action.agent + ", " + l + ", message" + by(address) + ")")}
        ${action.outcomes()}
      </@members.initialised>
    </@action.exists>
  </@followed>
</#macro>

<#macro stored location value order data>
  <#local l = place(location), before = action.memory>
  <#local others = action.order.addressDependencies(location) + data + action.order.controlDependencies()>
  <#local m = message(l, value, order, data, others), after = bounds(l, order, others)>
  <#if !parts.inOrder>
    <@racing location, l, order, "LastKnown(" + before + ", " + l + ", " + after + ")", before/>
  </#if>
  <@written l, m, after>
    <#nested>
  </@written>
</#macro>

<#-- Puts message m after what it must not come before: at the end, or where it may be. -->
<#macro written l m after>
  <#local before = action.memory>
  <#local at = parts.inOrder?then("Len(" + before + ".history[" + l + "]) + 1", "place")>
  ${action.remember("Write(" + before + ", " + action.agent + ", " + l + ", " + at + ", " + m + ")")}
  <#if parts.inOrder>
    <#nested>
  <#else>
    <@action.exists variable="place" set="Writable(" + before + ", " + l + ", " + after + ")">
      <#nested>
    </@action.exists>
  </#if>
</#macro>

<#macro store order="once">
  <#if facts.isPrivate(step.location.name)>
    <@cells.store step.location action.operand(step.value)/>
    ${action.outcomes()}
    <#return>
  </#if>
  <@followed step.location>
    <@stored step.location, action.operand(step.value), order, action.order.dependencies(step.value)>
    ${action.outcomes()}
    </@stored>
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
    <@stored step.location, action.value(step.value), "plain", action.order.dependencies(step.value)>
    ${action.stay()}
    </@stored>
  </@followed>
</#macro>

<#macro rmw>
  <@followed step.location>
    <#local l = place(step.location), before = action.memory, a = action.agent>
    <#local address = action.order.addressDependencies(step.location)>
    <#local order = (step.order.name() == "RELAXED" && !step.local.isPresent())?then("none", step.order.name()?lower_case)>
    <#local old = "message.value", succeeds = action.atomic.succeeds(old)>
    <#local data = []>
    <#list action.atomic.operands() as operand><#local data += action.order.dependencies(operand)></#list>
    <@racing step.location, l, "once", "Oldest(" + before + ", " + a + ", " + l + by(address) + ")", before/>
    <@action.exists variable="message" set="Readable(" + before + ", " + a + ", " + l + by(address) + ")">
      <@members.initialised step.location, old>
        <#if action.atomic.mayFail>
          <@action.either>
            <@action.way>
              ${action.assume(action.atomic.fails(old))}
              ${action.remember("Read(" + before + ", " + a + ", " + l + ", message" + by(address) + ")")}
              <@returned old, brought("message", address)/>
              ${action.outcomes()}
            </@action.way>
            <@action.way>
              <@action.condition>${succeeds}</@action.condition>
              <#list action.order.notPassed() as condition>${action.require(condition)}</#list>
              <@exchanged l, old, order, address, data/>
            </@action.way>
          </@action.either>
        <#else>
          <@exchanged l, old, order, address, data/>
        </#if>
      </@members.initialised>
    </@action.exists>
  </@followed>
</#macro>

<#-- What an atomic operation returns, and what that depends on. -->
<#macro returned old dependency>
  <#if step.local.isPresent()>
    <#local local = step.local.get()>
    ${action.bind(local, old)}
    <#if action.order.tracks(local)>${action.order.depends(local, dependency)}</#if>
    <#if action.loadsPointer(local)>${action.staleness(old)}</#if>
  </#if>
</#macro>

<#-- An atomic operation that writes. -->
<#macro exchanged l old order address data>
  <#local a = action.agent, others = address + data + action.order.controlDependencies()>
  <#if order == "full">${action.remember("Fenced(" + action.memory + ", " + a + ")")}</#if>
  <#local fenced = action.memory>
  <#-- Before the register gets the old value, which the new one may be computed from. -->
  <#local n = message(l, action.atomic.exchanged(old), "exchange", data, others)>
  <#local after = parts.inOrder?then("", ", " + bounds(l, (order == "release")?then("release", "exchange"), others))>
  <@returned old, (order == "none")?then(parts.nothing, brought("message", address))/>
  <@action.condition>Exchangeable(${fenced}, ${l}, message${after})</@action.condition>
  ${action.remember("Exchange(" + fenced + ", " + a + ", " + l + ", message, " + n + ", \"" + order + "\")")}
  ${action.outcomes()}
</#macro>

<#macro fence kind>
  <#local mem = action.memory, a = action.agent>
  <#if kind == "mb">${action.remember("Fenced(" + mem + ", " + a + ")")}</#if>
  <#if kind == "rmb" && parts.bringing>${action.remember("LoadsOrdered(" + mem + ", " + a + ")")}</#if>
  <#if kind == "wmb" && parts.writing>${action.remember("StoresOrdered(" + mem + ", " + a + ")")}</#if>
</#macro>

<#-- Reads the slot from the object and enters the callback. -->
<#macro callSlot>
  <#local object = action.value(step.object), dependencies = action.order.dependencies(step.object), by = by(action.order.dependencies(step.object))>
  <#if step.stored>
    <@used object, dependencies>
      <#local l = "<<" + action.member(step.slot) + ", " + object + ">>", now = action.memory>
      ${action.fault("IF slot.value = Uninitialised THEN {\"use before initialisation\"} ELSE IF slot.value = NULL THEN {\"NULL dereference\"} ELSE {}")}
      ${action.remember(parts.onlyLooks(action.knowledge.thread)?then("Look(", "Read(") + now + ", " + action.agent + ", " + l + ", slot" + by + ")")}
      <@action.exists variable="slot" set="Readable(" + now + ", " + action.agent + ", " + l + by + ")">
        ${action.enter(object)}
      </@action.exists>
    </@used>
  <#else>
    <#local before = action.memory>
    ${action.fault("Misuse(" + object + ", state.value)")}
    ${action.remember(use(before, object, by))}
    <@action.exists variable="state" set="Uses(" + before + ", " + action.agent + ", " + object + by + ")">
      ${action.enter(object)}
    </@action.exists>
  </#if>
</#macro>

<#-- A marked load of the key and an indirect call. Text is seen by every CPU once it is loaded. -->
<#macro staticCall>
  <#local site = action.site(step.site.name), before = action.memory>
  ${action.remember(parts.onlyLooks(action.knowledge.thread)?then("Look(", "Read(") + before + ", " + action.agent + ", " + site + ", message" + by([]) + ")")}
  <@action.exists variable="message" set="Readable(" + before + ", " + action.agent + ", " + site + by([]) + ")">
    <@calls.patched "message.value" "Misuse(message.value, life[message.value])"/>
  </@action.exists>
</#macro>

<#macro staticCallUpdate>
  <#local l = action.site(step.site.name)>
  <@written l, message(l, action.value(step.target), "once", [], []), bounds(l, "once", [])>
    ${action.outcomes()}
  </@written>
</#macro>

<#function domainOf name><#return "\"" + name?has_content?then(name, "rcu") + "\""></#function>

<#macro interrupt></#macro>
<#macro interruptReturns></#macro>
<#macro readLock domain="">
  <#if parts.domains?seq_contains(domain)>${action.remember(parts.onlyLooks(action.knowledge.thread)?then("LookingBegun(", "SectionBegun(") + action.memory + ", " + action.agent + ", " + domainOf(domain) + ")")}</#if>
</#macro>
<#macro readUnlock domain="">
  <#if parts.ending && parts.domains?seq_contains(domain)>${action.remember((parts.onlyLooks(action.knowledge.thread) && parts.domains?size == 1)?then("LastSectionEnded(", "SectionEnded(") + action.memory + ", " + action.agent + ", " + domainOf(domain) + ")")}</#if>
</#macro>
<#macro gracePeriodBegins domain="">
  ${action.remember("GracePeriodBegun(" + action.memory + ", " + action.agent + ", " + domainOf(domain) + ")")}
</#macro>
<#macro gracePeriodEnds domain="">
  ${action.remember("GracePeriodEnded(" + action.memory + ", " + action.agent + ", " + domainOf(domain) + ")")}
</#macro>

<#macro assigned>
  <#if action.order.tracks(step.local)>${action.order.depends(step.local, both(action.order.dependencies(step.value)))}</#if>
</#macro>
<#-- A store that is put off depends on what it would have depended on at its place. -->
<#macro postponed>
  <#local late = step.store>
  <#if action.order.tracks(late.operand)>${action.order.depends(late.operand, both(action.order.addressDependencies(late.original)))}</#if>
  <#if action.order.tracks(late.value)>${action.order.depends(late.value, both(action.order.dependencies(step.value) + action.order.controlDependencies()))}</#if>
</#macro>
<#macro branched>
  <#if action.order.decides>${action.order.decided(both(action.order.dependencies(step.condition)))}</#if>
</#macro>

<#-- A task that pins the provider begins. -->
<#macro admitted teller>
  ${action.remember("Admitted(" + action.memory + ", " + action.agent + ", " + teller + ")")}
</#macro>

<#-- What a variable holds in the end, whoever may still see older values. -->
<#function part name index><#return "<<" + name + ", " + index + ">>"></#function>
<#function newest address><#return "Newest(" + address + ")"></#function>

<#function released lock><#return parts.lockHistory?then("Free(memory, " + lock + ")", "~memory.locks[" + lock + "].held")></#function>
<#-- How many states are explored for any number, which must come to an end before any other. -->
<#function fewStates><#return "5000"></#function>

<#function held lock><#return parts.lockHistory?then("~Free(memory, " + lock + ")", "memory.locks[" + lock + "].held")></#function>
<#-- That somebody has the lock of an object that ends now. -->
<#function leftHeld lock><#return held(lock)></#function>
<#-- When an agent can take a lock. -->
<#function free lock agent mem><#return released(lock)></#function>
<#-- When one that waits for it has its turn, and whether that may be before. -->
<#function turn lock agent mem><#return free(lock, agent, mem)></#function>
<#function turnsBeforeFree><#return false></#function>

<#-- Where memory refers to object o: in what somebody may still read. -->
<#macro reading><@relevance.reading/></#macro>
<#macro references>
  \/ \E l \in Locations :
       \E i \in OldestRead[l]..Len(memory.history[l]) : memory.history[l][i].value = o
</#macro>

<#--
  What distinguishes states, if that is not all variables. Where somebody spins, what is fair asks what a step has
  changed, and not only what matters of it. Where each store is the newest, few states are one: too few for what the
  view costs in liveness; and none, if nobody hands on what it knows but by what it stores.
-->
<#assign few = parts.inOrder && !parts.lockHistory && !facts.storesForEver>
<#function viewed>
  <#local none = few && !parts.locking && !parts.domains?has_content && !declare.recycles && !declare.agentsInCrowds?has_content>
  <#return facts.reduced && !facts.litmus && !none>
</#function>
<#macro view>
<#if viewed()><@relevance.relevant/></#if>
</#macro>
<#macro viewConfigured liveness=false>
<#if viewed() && !(liveness && (machine.spins || few))>
VIEW Relevant
</#if>
</#macro>

<#-- What must hold for a pass to be one, if anything. -->
<#macro limits>
<#if facts.storesForEver>
\* A thread that keeps storing while others do not read leaves more messages than fit.
WithinBounds == \A l \in Locations : Len(memory.history[l]) <= 8

</#if>
</#macro>
<#macro limitsConfigured>
<#if facts.storesForEver>
INVARIANT WithinBounds
</#if>
</#macro>

<#-- Memory does nothing by itself, but that a store is seen by everybody in the end: that counts where somebody spins. -->
<#macro actions>
<#if machine.spins>
-----------------------------------------------------------------------------
(* A store becomes known to an agent that has not read it.                 *)

Spread(a, l) ==
  LET i == Position(memory.history, l, memory.seen[a][l]) IN
  /\ i < Len(memory.history[l])
  /\ memory' = [memory EXCEPT !.seen[a][l] = memory.history[l][i + 1].id]
  /\ UNCHANGED <<${layout.list(declare.variables?map(v -> v.name)?filter(v -> v != "memory"), 17)}>>

</#if>
</#macro>
<#macro next>
<#if machine.spins>
  \/ \E a \in Agents, l \in Locations : Spread(a, l)
</#if>
</#macro>
<#macro fairness>
<#if machine.spins>
  /\ \A a \in Agents, l \in Locations : WF_vars(Spread(a, l))
</#if>
</#macro>
<#macro fairnessForTlc>
<#if machine.spins>
  /\ \A a \in Agents, l \in Locations :
       []<>(memory.seen[a][l] = memory.history[l][Len(memory.history[l])].id)
         \/ []<><<Spread(a, l)>>_vars
</#if>
</#macro>
<#macro canGoOn></#macro>

<#-- What must be over when a litmus test is. -->
<#macro ended></#macro>
