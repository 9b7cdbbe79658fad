<#-- The Linux kernel memory model as a machine with views. The operators are in definitions.ftl. -->
<#assign parts = machine>
<#import "relevant.ftl" as relevance>
<#import "../cells.ftl" as cells>
<#import "../calls.ftl" as calls>
<#import "../members.ftl" as members>

<#-- Where a location's stores are kept. -->
<#function place location>
  <#local name = location.class.simpleName>
  <#if name == "Global"><#return action.identifier(location.name)></#if>
  <#if name == "Pointee"><#return action.value(location.pointer)></#if>
  <#if name == "ThisCpu"><#return "<<" + action.identifier(location.name) + ", " + action.cpu + ">>"></#if>
  <#if name == "OfCpu"><#return "<<" + action.identifier(location.name) + ", " + action.value(location.cpu) + ">>"></#if>
  <#return "<<" + action.member(location.name) + ", " + action.value(location.object) + ">>">
</#function>

<#-- Dependencies taken together. -->
<#function both dependencies>
  <#if !dependencies?has_content><#return parts.nothing></#if>
  <#local all = dependencies[0]>
  <#list dependencies[1..] as d>
    <#if parts.flooring>
      <#local all = parts.inOrder?then("Both(", "Both(memory.history, ") + all + ", " + d + ")">
    <#else>
      <#local all = parts.inOrder?then("Join(", "Join(memory.history, ") + all + ", " + d + ")">
    </#if>
  </#list>
  <#return all>
</#function>

<#-- The argument of an operator that says what an address depends on. -->
<#function by dependencies><#return machine.followsPointers?then(", " + both(dependencies), "")></#function>

<#-- What a loaded value depends on. -->
<#function brought message address>
  <#local loaded = parts.flooring?then("[view |-> " + message + ".view, floor |-> " + message + ".floor]", message + ".view")>
  <#local all = [loaded] + address>
  <#if machine.forwards>
    <#local all += ["(IF " + message + ".by = " + action.agent + " THEN " + message + ".data ELSE " + parts.nothing + ")"]>
  </#if>
  <#return both(all)>
</#function>

<#function id location>
  <#if parts.inOrder><#return "Len(" + action.memory + ".history[" + location + "]) + 1"></#if>
  <#if facts.litmus><#return action.place></#if>
  <#return "Len(" + action.memory + ".history[" + location + "]) + 1">
</#function>

<#-- A message; its view and floor are what a store carries that orders nothing, or a release. -->
<#function message location value order data floors>
  <#local a = action.agent, mem = action.memory, id = id(location)>
  <#local view = parts.carrying?then(mem + ".carried[" + a + "]", "Nothing")>
  <#local floor = mem + ".floor[" + a + "]">
  <#if order == "release">
    <#local view = join(mem + ".seen[" + a + "]", parts.bringing?then(mem + ".brought[" + a + "]", ""), parts.carrying?then(view, ""), parts.writing?then(mem + ".wrote[" + a + "]", ""))>
    <#local floor = join(floor, (parts.bringing)?then(mem + ".broughtFloor[" + a + "]", ""))>
  </#if>
  <#local fields = ["id |-> " + id, "value |-> " + value, "view |-> [" + view + " EXCEPT ![" + location + "] = " + id + "]"]>
  <#if parts.flooring>
    <#list floors as f><#local floor = join(floor, f + ".floor")></#list>
    <#local fields += ["floor |-> " + floor]>
  </#if>
  <#if !parts.inOrder><#local fields += ["exchanged |-> " + (order == "exchange")?then("TRUE", "FALSE")]></#if>
  <#if machine.forwards><#local fields += ["data |-> " + both(data), "by |-> " + a]></#if>
  <#if parts.lockHistory><#local fields += ["wrote |-> Nothing"]></#if>
  <#if machine.hasPlain><#local fields += ["plain |-> " + (order == "plain")?then("TRUE", "FALSE")]></#if>
  <#return "[" + fields?join(",\n ") + "]">
</#function>

<#function join first rest...>
  <#local all = first>
  <#list rest as r>
    <#if r?has_content>
      <#local all = parts.inOrder?then("Join(", "Join(" + action.memory + ".history, ") + all + ", " + r + ")">
    </#if>
  </#list>
  <#return all>
</#function>

<#-- What a store must not come before. -->
<#function bounds location order dependencies>
  <#local a = action.agent, mem = action.memory>
  <#local views = [mem + ".seen[" + a + "]"] + parts.flooring?then([mem + ".floor[" + a + "]"], []) + parts.carrying?then([mem + ".carried[" + a + "]"], [])>
  <#if order == "release">
    <#local views += parts.bringing?then([mem + ".brought[" + a + "]"], []) + parts.writing?then([mem + ".wrote[" + a + "]"], []) + (parts.flooring && parts.bringing)?then([mem + ".broughtFloor[" + a + "]"], [])>
  </#if>
  <#list dependencies as d>
    <#local views += [parts.viewOf(d)] + parts.flooring?then([parts.floorOf(d)], [])>
  </#list>
  <#return "{" + views?map(v -> v + "[" + location + "]")?join(", ") + "}">
</#function>

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
  <#else>
    <#nested>
  </#if>
</#macro>

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
        ${action.remember(action.knowledge.onlyLooks?then("LookedAt(", "Used(") + before + ", " + action.agent + ", " + object + ", state" + by + ")")}
        <#nested>
      </@action.way>
    </@action.either>
  </@action.exists>
</#macro>

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
        ${action.remember((order == "acquire")?then("ReadAcquire", action.knowledge.onlyLooks?then("Look", "Read")) + "(" + before + ", " + action.agent + ", " + l + ", message" + by(address) + ")")}
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
  <@action.condition>Exchangeable(${fenced}, ${a}, ${l}, message${after})</@action.condition>
  ${action.remember("Exchange(" + fenced + ", " + a + ", " + l + ", message, " + n + ", \"" + order + "\")")}
  ${action.outcomes()}
</#macro>

<#macro fence kind>
  <#local mem = action.memory, a = action.agent>
  <#if kind == "mb">${action.remember("Fenced(" + mem + ", " + a + ")")}</#if>
  <#if kind == "rmb" && parts.bringing>${action.remember("LoadsOrdered(" + mem + ", " + a + ")")}</#if>
  <#if kind == "wmb" && parts.writing>${action.remember("StoresOrdered(" + mem + ", " + a + ")")}</#if>
</#macro>

<#-- A message of the lock's, for locks that are read otherwise too. -->
<#function lockMessage value>
  <#local l = action.identifier(step.lock)>
  <#return message(l, value, "exchange", [], [])>
</#function>

<#macro lock>
  <#local l = action.identifier(step.lock), before = action.memory, a = action.agent>
  <#if parts.lockHistory>
    ${action.remember("Locked(" + before + ", " + a + ", " + l + ", message, " + lockMessage("1") + ")")}
    <@action.condition>Free(${before}, ${l})</@action.condition>
    <@action.let name="message" value=before + ".history[" + l + "][Len(" + before + ".history[" + l + "])]">
      ${action.outcomes()}
    </@action.let>
  <#else>
    ${action.remember("Locked(" + before + ", " + a + ", " + l + ")")}
    <@action.condition>~${before}.locks[${l}].held</@action.condition>
    ${action.outcomes()}
  </#if>
</#macro>

<#macro unlock>
  <#local l = action.identifier(step.lock)>
  <#local released = parts.lockHistory?then(", " + message(l, "0", "unlock", [], []), "")>
  ${action.remember("Unlocked(" + action.memory + ", " + action.agent + ", " + l + released + ")")}
</#macro>

<#macro tryLock>
  <#local l = action.identifier(step.lock), before = action.memory, a = action.agent>
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
        <@action.condition>Exchangeable(${before}, ${a}, ${l}, message, ${after})</@action.condition>
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

<#macro isLocked>
  <#local l = action.identifier(step.lock), before = action.memory, a = action.agent>
  ${action.bind(step.local, "message.value")}
  <@tried/>
  ${action.remember("Read(" + before + ", " + a + ", " + l + ", message" + by([]) + ")")}
  <@action.exists variable="message" set="Readable(" + before + ", " + a + ", " + l + by([]) + ")">
    ${action.outcomes()}
  </@action.exists>
</#macro>

<#-- Reads the slot from the object and enters the callback. -->
<#macro callSlot>
  <#local object = action.value(step.object), dependencies = action.order.dependencies(step.object), by = by(action.order.dependencies(step.object))>
  <#if step.stored>
    <@used object, dependencies>
      <#local l = "<<" + action.member(step.slot) + ", " + object + ">>", now = action.memory>
      ${action.fault("IF slot.value = Uninitialised THEN {\"use before initialisation\"} ELSE IF slot.value = NULL THEN {\"NULL dereference\"} ELSE {}")}
      ${action.remember(action.knowledge.onlyLooks?then("Look(", "Read(") + now + ", " + action.agent + ", " + l + ", slot" + by + ")")}
      <@action.exists variable="slot" set="Readable(" + now + ", " + action.agent + ", " + l + by + ")">
        ${action.enter(object)}
      </@action.exists>
    </@used>
  <#else>
    <#local before = action.memory>
    ${action.fault("Misuse(" + object + ", state.value)")}
    ${action.remember(action.knowledge.onlyLooks?then("LookedAt(", "Used(") + before + ", " + action.agent + ", " + object + ", state" + by + ")")}
    <@action.exists variable="state" set="Uses(" + before + ", " + action.agent + ", " + object + by + ")">
      ${action.enter(object)}
    </@action.exists>
  </#if>
</#macro>

<#-- A marked load of the key and an indirect call. Text is seen by every CPU once it is loaded. -->
<#macro staticCall>
  <#local site = action.site(step.site.name), before = action.memory>
  ${action.remember(action.knowledge.onlyLooks?then("Look(", "Read(") + before + ", " + action.agent + ", " + site + ", message" + by([]) + ")")}
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

<#-- A store of the provider's to what is its own: it comes last. -->
<#macro own l value>
  <#local m = message(l, value, "once", [], [])>
  ${action.remember("Write(" + action.memory + ", " + action.agent + ", " + l + ", Len(memory.history[" + l + "]) + 1, " + m + ")")}
</#macro>

<#macro initialise>
  <@own "NextObject" "\"live\""/>
  <#list action.members as member>
    <#local l = "<<" + action.member(member.name) + ", NextObject>>">
    <#if member.choices?has_content>
      <#local held = action.choose("value", "{" + action.values(member.choices)?join(", ") + "}")>
      <@own l held/>
    <#elseif member.initial.isPresent()>
      <@own l action.value(member.initial.get())/>
    </#if>
  </#list>
    ${action.outcomes()}
</#macro>

<#macro tearDown>
  <@own action.object "\"torn down\""/>
    ${action.outcomes()}
</#macro>

<#function domainOf name><#return "\"" + name?has_content?then(name, "rcu") + "\""></#function>

<#macro interrupt></#macro>
<#macro interruptReturns></#macro>
<#macro readLock domain="">
  <#if parts.domains?seq_contains(domain)>${action.remember(action.knowledge.onlyLooks?then("LookingBegun(", "SectionBegun(") + action.memory + ", " + action.agent + ", " + domainOf(domain) + ")")}</#if>
</#macro>
<#macro readUnlock domain="">
  <#if parts.ending && parts.domains?seq_contains(domain)>${action.remember((action.knowledge.onlyLooks && parts.domains?size == 1)?then("LastSectionEnded(", "SectionEnded(") + action.memory + ", " + action.agent + ", " + domainOf(domain) + ")")}</#if>
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
<#function newest address><#return "memory.history[" + address + "][Len(memory.history[" + address + "])].value"></#function>

<#function released lock><#return parts.lockHistory?then("Free(memory, " + lock + ")", "~memory.locks[" + lock + "].held")></#function>
<#-- When an agent can take a lock. -->
<#function free lock agent><#return released(lock)></#function>

<#-- What distinguishes states, if that is not all variables. -->
<#macro view>
<#if facts.reduced && !facts.litmus><@relevance.relevant/></#if>
</#macro>
<#-- Where somebody spins, what is fair asks what a step has changed, and not only what matters of it. -->
<#macro viewConfigured liveness=false>
<#if facts.reduced && !facts.litmus && !(liveness && machine.spins)>
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
  /\ UNCHANGED <<${layout.list(spec.variables?map(v -> v.name)?filter(v -> v != "memory"), 17)}>>

</#if>
</#macro>
<#macro next>
<#if machine.spins>
  \/ \E a \in Agents, l \in Locations : Spread(a, l)
</#if>
</#macro>
<#macro fairness>
<#if machine.spins>
  /\ \A a \in Agents, l \in Locations :
       []<>(memory.seen[a][l] = memory.history[l][Len(memory.history[l])].id) \/ []<><<Spread(a, l)>>_vars
</#if>
</#macro>
<#macro canGoOn></#macro>

<#-- What must be over when a litmus test is. -->
<#macro ended></#macro>
