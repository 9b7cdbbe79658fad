<#-- The Linux kernel memory model as a machine with views. The operators are in definitions.ftl. -->
<#import "parts.ftl" as parts>
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
<#function by dependencies><#return facts.followsPointers?then(", " + both(dependencies), "")></#function>

<#-- What a loaded value depends on. -->
<#function brought message address>
  <#local loaded = parts.flooring?then("[view |-> " + message + ".view, floor |-> " + message + ".floor]", message + ".view")>
  <#local all = [loaded] + address>
  <#if facts.forwards>
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
  <#if facts.forwards><#local fields += ["data |-> " + both(data), "by |-> " + a]></#if>
  <#if parts.lockHistory><#local fields += ["wrote |-> Nothing"]></#if>
  <#if facts.hasPlain><#local fields += ["plain |-> " + (order == "plain")?then("TRUE", "FALSE")]></#if>
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
    <#local nowhere = action.fork(), pointer = action.operand(location.pointer)>
    ${nowhere.assume(action.outside(pointer, "Locations"))}<#t>
    <#if step.writes().isPresent()>${nowhere.bind(step.writes().get(), "0")}</#if><#t>
/\ \/ ${action.indent(nowhere.outcomes(), 6)?trim}
   \/ /\ ${pointer} \in Locations
<#list action.apart() as condition>
      /\ ${condition}
</#list>
      <#local inner><#nested></#local>${action.indent(inner?trim, 6)?trim}
  <#elseif location.class.simpleName == "Member">
    <@used action.value(location.object), action.addressDependencies(location)>
<#nested>
    </@used>
  <#else>
<#nested>
  </#if>
</#macro>

<#-- Using the object behind a pointer: what its life looks like from here, and an oops where that is wrong. -->
<#macro used object dependencies>
  <#local before = action.memory, wrong = action.fork(), by = by(dependencies)>
  <#local bad = "Misuse(" + object + ", state.value)">
  ${wrong.assume(action.different(bad, "{}"))}${wrong.fault(bad)}<#t>
  ${action.remember(action.onlyLooks?then("LookedAt(", "Used(") + before + ", " + action.agent + ", " + object + ", state" + by + ")")}<#t>
/\ \E state \in Uses(${before}, ${action.agent}, ${object}${by}) :
     \/ ${action.indent(wrong.oops(), 8)?trim}
     \/ /\ ${bad} = {}
        <#local inner><#nested></#local>${action.indent(inner?trim, 8)?trim}
</#macro>

<#--
  Prints that plain accesses race, for the report of a litmus test: what is newer than all that is known here
  is not ordered with this access, and one of the two is plain. The other order of the two comes up in
  another run.
-->
<#macro racing location l order oldest mem>
  <#if facts.litmus && facts.hasPlain && (location.name() == "*" || facts.isPlain(location.name()))>
/\ Raced(${mem}, ${l}, ${oldest}, ${(order == "plain")?then("TRUE", "FALSE")})
  </#if>
</#macro>

<#macro load order="once">
  <#if facts.isPrivate(step.location.name)>
    <#local value = cells.cell(step.location)>
    ${action.bind(step.local, value)}<#t>
    <#if action.loadsPointer(step.local)>${action.staleness(value)}</#if><#t>
${action.outcomes()}
    <#return>
  </#if>
  <@followed step.location>
    <#local l = place(step.location), before = action.memory, address = action.addressDependencies(step.location)>
    ${action.bind(step.local, "message.value")}<#t>
    <#if action.tracks(step.local)>${action.depends(step.local, brought("message", address))}</#if><#t>
    <#if action.loadsPointer(step.local)>${action.staleness("message.value")}</#if><#t>
    <@racing step.location, l, order, "Oldest(" + before + ", " + action.agent + ", " + l + by(address) + ")", before/>
    <#local inner>
      <@members.initialised step.location, "message.value">
        ${action.remember((order == "acquire")?then("ReadAcquire", action.onlyLooks?then("Look", "Read")) + "(" + before + ", " + action.agent + ", " + l + ", message" + by(address) + ")")}<#t>
${action.outcomes()}
      </@members.initialised>
    </#local>
/\ \E message \in Readable(${before}, ${action.agent}, ${l}${by(address)}) :
     ${action.indent(inner?trim, 5)?trim}
  </@followed>
</#macro>

<#macro stored location value order data>
  <#local l = place(location), before = action.memory>
  <#local others = action.addressDependencies(location) + data + action.controlDependencies()>
  <#local m = message(l, value, order, data, others), after = bounds(l, order, others)>
  <#if parts.inOrder>
    ${action.remember("Write(" + before + ", " + action.agent + ", " + l + ",\n                  Len(" + before + ".history[" + l + "]) + 1,\n                  " + action.indent(m, 18)?trim + ")")}<#t>
<#nested>
  <#else>
    ${action.remember("Write(" + before + ", " + action.agent + ", " + l + ", place,\n                  " + action.indent(m, 18)?trim + ")")}<#t>
<@racing location, l, order, "LastKnown(" + before + ", " + l + ", " + after + ")", before/>
/\ \E place \in Writable(${before}, ${l}, ${after}) :
     <#local inner><#nested></#local>${action.indent(inner?trim, 5)?trim}
  </#if>
</#macro>

<#macro store order="once">
  <#if facts.isPrivate(step.location.name)>
/\ ${cells.stored(step.location, action.operand(step.value))}
${action.outcomes()}
    <#return>
  </#if>
  <@followed step.location>
    <@stored step.location, action.operand(step.value), order, action.dependencies(step.value)>
${action.outcomes()}
    </@stored>
  </@followed>
</#macro>

<#-- A store that the compiler has delayed; the thread does not move. -->
<#macro lateStore>
  <#if facts.isPrivate(step.location.name)>
/\ ${cells.stored(step.location, action.operand(step.value))}
${action.stay()}
    <#return>
  </#if>
  <@followed step.location>
    <@stored step.location, action.value(step.value), "plain", action.dependencies(step.value)>
${action.stay()}
    </@stored>
  </@followed>
</#macro>

<#macro rmw>
  <@followed step.location>
    <#local l = place(step.location), before = action.memory, a = action.agent>
    <#local address = action.addressDependencies(step.location), failing = action.fork()>
    <#local order = (step.order.name() == "RELAXED" && !step.local.isPresent())?then("none", step.order.name()?lower_case)>
    <#local old = "message.value", succeeds = action.succeeds(old)>
    <#local data = []>
    <#list action.operands() as operand><#local data += action.dependencies(operand)></#list>
    <#local others = address + data + action.controlDependencies()>
    ${failing.fails(old)}<#t>
    ${failing.remember("Read(" + before + ", " + a + ", " + l + ", message" + by(address) + ")")}<#t>
    <#if order == "full">${action.remember("Fenced(" + before + ", " + a + ")")}</#if><#t>
    <#local fenced = action.memory>
    <#-- Before the register gets the old value, which the new one may be computed from. -->
    <#local n = message(l, action.exchanged(old), "exchange", data, others)>
    <#if step.local.isPresent()>
      <#local local = step.local.get()>
      ${failing.bind(local, old)}${action.bind(local, old)}<#t>
      <#if action.tracks(local)>
        ${failing.depends(local, brought("message", address))}${action.depends(local, (order == "none")?then(parts.nothing, brought("message", address)))}<#t>
      </#if>
      <#if action.loadsPointer(local)>${failing.staleness(old)}${action.staleness(old)}</#if><#t>
    </#if>
    <#local exchangeable = "Exchangeable(" + fenced + ", " + a + ", " + l + ", message" + parts.inOrder?then("", ", " + bounds(l, (order == "release")?then("release", "exchange"), others)) + ")">
    ${action.remember("Exchange(" + fenced + ", " + a + ", " + l + ", message,\n                     " + action.indent(n, 21)?trim + ", \"" + order + "\")")}<#t>
<@racing step.location, l, "once", "Oldest(" + before + ", " + a + ", " + l + by(address) + ")", before/>
    <#local inner>
      <@members.initialised step.location, old>
        <#if action.mayFail>
/\ \/ ${action.indent(failing.outcomes(), 6)?trim}
   \/ /\ ${succeeds}
<#list action.notPassed() as condition>
      /\ ${condition}
</#list>
      /\ ${exchangeable}
      ${action.indent(action.outcomes(), 6)?trim}
        <#else>
/\ ${exchangeable}
${action.outcomes()}
        </#if>
      </@members.initialised>
    </#local>
/\ \E message \in Readable(${before}, ${a}, ${l}${by(address)}) :
     ${action.indent(inner?trim, 5)?trim}
  </@followed>
</#macro>

<#macro fence kind>
  <#local mem = action.memory, a = action.agent>
  <#if kind == "mb">${action.remember("Fenced(" + mem + ", " + a + ")")}</#if><#t>
  <#if kind == "rmb" && parts.bringing>${action.remember("LoadsOrdered(" + mem + ", " + a + ")")}</#if><#t>
  <#if kind == "wmb" && parts.writing>${action.remember("StoresOrdered(" + mem + ", " + a + ")")}</#if><#t>
</#macro>

<#-- A message of the lock's, for locks that are read otherwise too. -->
<#function lockMessage value>
  <#local l = action.identifier(step.lock)>
  <#return message(l, value, "exchange", [], [])>
</#function>

<#macro lock>
  <#local l = action.identifier(step.lock), before = action.memory, a = action.agent>
  <#if parts.lockHistory>
    ${action.remember("Locked(" + before + ", " + a + ", " + l + ", message,\n                   " + action.indent(lockMessage("1"), 19)?trim + ")")}<#t>
/\ Free(${before}, ${l})
/\ LET message == ${before}.history[${l}][Len(${before}.history[${l}])] IN
     ${action.indent(action.outcomes(), 5)?trim}
  <#else>
    ${action.remember("Locked(" + before + ", " + a + ", " + l + ")")}<#t>
/\ ~${before}.locks[${l}].held
${action.outcomes()}
  </#if>
</#macro>

<#macro unlock>
  <#local l = action.identifier(step.lock), before = action.memory, a = action.agent>
  <#if parts.lockHistory>
    ${action.remember("Unlocked(" + before + ", " + a + ", " + l + ",\n                     " + action.indent(lockMessage("0")?replace("exchanged |-> TRUE", "exchanged |-> FALSE"), 21)?trim + ")")}<#t>
  <#else>
    ${action.remember("Unlocked(" + before + ", " + a + ", " + l + ")")}<#t>
  </#if>
</#macro>

<#macro tryLock>
  <#local l = action.identifier(step.lock), before = action.memory, a = action.agent, failing = action.fork()>
  <#local after = bounds(l, "exchange", [])>
  ${failing.assume(action.equal("message.value", "1"))}${failing.bind(step.local, "0")}<#t>
  ${failing.remember("Read(" + before + ", " + a + ", " + l + ", message" + by([]) + ")")}<#t>
  ${action.bind(step.local, "1")}<#t>
  <#if action.tracks(step.local)>${failing.depends(step.local, brought("message", []))}${action.depends(step.local, brought("message", []))}</#if><#t>
  ${action.remember("Locked(" + before + ", " + a + ", " + l + ", message,\n                   " + action.indent(lockMessage("1"), 19)?trim + ")")}<#t>
/\ \E message \in Readable(${before}, ${a}, ${l}${by([])}) :
     \/ ${action.indent(failing.outcomes(), 8)?trim}
     \/ /\ message.value = 0
<#list action.notPassed() as condition>
        /\ ${condition}
</#list>
        /\ Exchangeable(${before}, ${a}, ${l}, message, ${after})
        ${action.indent(action.outcomes(), 8)?trim}
</#macro>

<#macro isLocked>
  <#local l = action.identifier(step.lock), before = action.memory, a = action.agent>
  ${action.bind(step.local, "message.value")}<#t>
  <#if action.tracks(step.local)>${action.depends(step.local, brought("message", []))}</#if><#t>
  ${action.remember("Read(" + before + ", " + a + ", " + l + ", message" + by([]) + ")")}<#t>
/\ \E message \in Readable(${before}, ${a}, ${l}${by([])}) :
     ${action.indent(action.outcomes(), 5)?trim}
</#macro>

<#-- Reads the slot from the object and enters the callback. -->
<#macro callSlot>
  <#local object = action.value(step.object), dependencies = action.dependencies(step.object), before = action.memory, by = by(action.dependencies(step.object))>
  <#if step.stored>
    <@used object, dependencies>
      <#local l = "<<" + action.member(step.slot) + ", " + object + ">>", now = action.memory>
      ${action.fault("(IF slot.value = Uninitialised THEN {\"use before initialisation\"} ELSE IF slot.value = NULL THEN {\"NULL dereference\"} ELSE {})")}<#t>
      ${action.remember(action.onlyLooks?then("Look(", "Read(") + now + ", " + action.agent + ", " + l + ", slot" + by + ")")}<#t>
/\ \E slot \in Readable(${now}, ${action.agent}, ${l}${by}) :
     ${action.indent(action.enter(object), 5)?trim}
    </@used>
  <#else>
    ${action.fault("Misuse(" + object + ", state.value)")}<#t>
    ${action.remember(action.onlyLooks?then("LookedAt(", "Used(") + before + ", " + action.agent + ", " + object + ", state" + by + ")")}<#t>
/\ \E state \in Uses(${before}, ${action.agent}, ${object}${by}) :
     ${action.indent(action.enter(object), 5)?trim}
  </#if>
</#macro>

<#-- A marked load of the key and an indirect call. Text is seen by every CPU once it is loaded. -->
<#macro staticCall>
  <#local site = action.site(step.site.name), before = action.memory>
  ${action.remember(action.onlyLooks?then("Look(", "Read(") + before + ", " + action.agent + ", " + site + ", message" + by([]) + ")")}<#t>
  <#local inner><@calls.patched "message.value" "Misuse(message.value, life[message.value])"/></#local>
/\ \E message \in Readable(${before}, ${action.agent}, ${site}${by([])}) :
     ${action.indent(inner?trim, 5)?trim}
</#macro>

<#macro staticCallUpdate>
  <#local l = action.site(step.site.name)>
  <#local m = message(l, action.value(step.target), "once", [], []), after = bounds(l, "once", [])>
  <#local before = action.memory>
  <#if parts.inOrder>
    ${action.remember("Write(" + before + ", " + action.agent + ", " + l + ",\n                  Len(" + before + ".history[" + l + "]) + 1,\n                  " + action.indent(m, 18)?trim + ")")}<#t>
${action.outcomes()}
  <#else>
    ${action.remember("Write(" + before + ", " + action.agent + ", " + l + ", place,\n                  " + action.indent(m, 18)?trim + ")")}<#t>
/\ \E place \in Writable(${before}, ${l}, ${after}) :
     ${action.indent(action.outcomes(), 5)?trim}
  </#if>
</#macro>

<#-- A store of the provider's to what is its own: it comes last. -->
<#macro own l value>
  ${action.remember("Write(" + action.memory + ", " + action.agent + ", " + l + ",\n                  Len(memory.history[" + l + "]) + 1,\n                  " + action.indent(message(l, value, "once", [], []), 18)?trim + ")")}<#t>
</#macro>

<#macro initialise>
  <@own "NextObject" "\"live\""/>
  <#local chosen = []>
  <#list action.members as member>
    <#local l = "<<" + action.member(member.name) + ", NextObject>>">
    <#if member.choices?has_content>
      ${action.choose("value", "{" + action.values(member.choices)?join(", ") + "}")}<#t>
      <@own l "value"/>
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
  <#if parts.domains?seq_contains(domain)>${action.remember(action.onlyLooks?then("LookingBegun(", "SectionBegun(") + action.memory + ", " + action.agent + ", " + domainOf(domain) + ")")}</#if><#t>
</#macro>
<#macro readUnlock domain="">
  <#if parts.ending && parts.domains?seq_contains(domain)>${action.remember((action.onlyLooks && parts.domains?size == 1)?then("LastSectionEnded(", "SectionEnded(") + action.memory + ", " + action.agent + ", " + domainOf(domain) + ")")}</#if><#t>
</#macro>
<#macro gracePeriodBegins domain="">
  ${action.remember("GracePeriodBegun(" + action.memory + ", " + action.agent + ", " + domainOf(domain) + ")")}<#t>
</#macro>
<#macro gracePeriodEnds domain="">
  ${action.remember("GracePeriodEnded(" + action.memory + ", " + action.agent + ", " + domainOf(domain) + ")")}<#t>
</#macro>

<#macro assigned>
  <#if action.tracks(step.local)>${action.depends(step.local, both(action.dependencies(step.value)))}</#if><#t>
</#macro>
<#-- A store that is put off depends on what it would have depended on at its place. -->
<#macro postponed>
  <#local late = step.store>
  <#if action.tracks(late.operand)>${action.depends(late.operand, both(action.addressDependencies(late.original)))}</#if><#t>
  <#if action.tracks(late.value)>${action.depends(late.value, both(action.dependencies(step.value) + action.controlDependencies()))}</#if><#t>
</#macro>
<#macro branched>
  <#if action.decides>${action.decided(both(action.dependencies(step.condition)))}</#if><#t>
</#macro>

<#-- A task that pins the provider begins. -->
<#macro admitted teller>
  ${action.remember("Admitted(" + action.memory + ", " + action.agent + ", " + teller + ")")}<#t>
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
<#if facts.reduced && !facts.litmus && !(liveness && facts.spins)>
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
<#if facts.spins>
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
<#if facts.spins>
  \/ \E a \in Agents, l \in Locations : Spread(a, l)
</#if>
</#macro>
<#macro fairness>
<#if facts.spins>
  /\ \A a \in Agents, l \in Locations :
       []<>(memory.seen[a][l] = memory.history[l][Len(memory.history[l])].id) \/ []<><<Spread(a, l)>>_vars
</#if>
</#macro>
<#macro canGoOn></#macro>

<#-- What must be over when a litmus test is. -->
<#macro ended></#macro>
