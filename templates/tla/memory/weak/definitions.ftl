<#import "../../types.ftl" as types>
<#assign p = machine>
<#function join a b><#return p.inOrder?then("Join(" + a + ", " + b + ")", "Join(h, " + a + ", " + b + ")")></#function>
<#function joins a rest...>
  <#local all = a>
  <#list rest as r><#if r?has_content><#local all = join(all, r)></#if></#list>
  <#return all>
</#function>
<#macro history><#if !p.inOrder>
  LET h == mem.history IN
</#if></#macro>
<#assign initially = (facts.litmus && !p.inOrder)?then("\"initially\"", "1")>
<#assign d = machine.followsPointers?then(", d", "")>
\* Memory: a machine with views, for the Linux kernel memory model.
\*
\* Every location has its stores, as messages in coherence order. A view says, for each location,
\* which message its owner knows of: it reads that one or a later one, and never an older one.
Locations ==
<#assign plain = declare.globals?map(g -> g.identifier) + declare.sites?map(s -> s.identifier) + p.lockHistory?then(types.plainLocks(declare.locks), [])>
  ${types.locations(plain, facts.litmus?then([], ["Objects"]) + p.lockHistory?then(types.locksOfObjects(declare.locks), []))}

\* The agents whose views are distinguished.
Agents == ${declare.agentsWithCpus}

\* The view of the initial memory.
Nothing == TLCEval([l \in Locations |-> ${initially}])

<#if p.inOrder>
\* What both views know. (TLC evaluates a function again at each use, without TLCEval.)
Join(v, w) == TLCEval([l \in Locations |-> IF v[l] < w[l] THEN w[l] ELSE v[l]])

\* The position of a message in the coherence order of l.
Position(h, l, id) == id
<#else>
\* The position of a message in the coherence order of l.
Position(h, l, id) == CHOOSE i \in DOMAIN h[l] : h[l][i].id = id

\* What both views know. (TLC evaluates a function again at each use, without TLCEval.)
Join(h, v, w) ==
  TLCEval([l \in Locations |->
             IF v[l] = w[l] \/ Position(h, l, w[l]) < Position(h, l, v[l]) THEN v[l] ELSE w[l]])
</#if>

<#if !p.inOrder && facts.reduced && !facts.litmus>
\* What both views know, as places in coherence order.
Above(v, w) == TLCEval([l \in Locations |-> IF v[l] < w[l] THEN w[l] ELSE v[l]])

</#if>
<#assign first = ["id |-> " + initially, "value |-> v", "view |-> Nothing"]>
<#if p.flooring><#assign first += ["floor |-> Nothing"]></#if>
<#if !p.inOrder><#assign first += ["exchanged |-> FALSE"]></#if>
<#if machine.forwards><#assign first += ["data |-> " + p.nothing, "by |-> " + facts.litmus?then("\"nobody\"", "NULL")]></#if>
<#if p.lockHistory><#assign first += ["wrote |-> Nothing"]></#if>
<#if machine.hasPlain><#assign first += ["plain |-> FALSE"]></#if>
<#if p.flooring>
\* Two dependencies together.
Both(${p.inOrder?then("", "h, ")}d, e) ==
  [view |-> ${join("d.view", "e.view")}, floor |-> ${join("d.floor", "e.floor")}]

</#if>
First(v) == <<[${layout.list(first, 14)}]>>

Untouched ==
  [history |->
     TLCEval([l \in Locations |->
<#assign cases = []>
<#list declare.globals?filter(g -> g.initial != "0" && g.initial != "NULL") as g><#assign cases += ["l = " + g.identifier + " -> First(" + g.initial + ")"]></#list>
<#list declare.perCpus?filter(v -> !facts.isPrivate(v.name)) as v><#assign cases += ["l \\in {" + v.identifier + "} \\X CPUs -> First(" + v.initial + ")"]></#list>
<#if !facts.litmus><#assign cases += ["l \\in Objects -> First(\"raw\")"]></#if>
<#list declare.arrays?filter(a -> types.element(a, "l[2]") != "NULL") as a><#assign cases += ["l \\in {" + a.identifier + "} \\X (" + types.indices(a) + ") -> First(" + types.element(a, "l[2]") + ")"]></#list>
<#list declare.members as m><#assign cases += ["l \\in {" + m.identifier + "} \\X Objects -> First(Uninitialised)"]></#list>
<#list declare.globals?filter(g -> g.initial == "0") as g><#if !facts.litmus><#assign cases += ["l = " + g.identifier + " -> First(0)"]></#if></#list>
<#if p.lockHistory && !facts.litmus><#assign cases += ["l \\in " + types.locks(declare.locks) + " -> First(0)"]></#if>
<#assign other = "First(" + facts.litmus?then("0", "NULL") + ")">
<#if cases?has_content>
        CASE ${cases?join("\n          [] ")}
          [] OTHER -> ${other}]),
<#else>
        ${other}]),
</#if>
<#-- The views that each agent has. -->
<#assign each = ["seen"] + p.bringing?then(["brought"], []) + p.carrying?then(["carried"], []) + p.writing?then(["wrote"], []) + p.flooring?then(["floor"], []) + (p.flooring && p.bringing)?then(["broughtFloor"], [])>
<#assign parts = each?map(e -> e + " |-> TLCEval([a \\in Agents |-> Nothing])")>
<#if p.pushing><#assign parts += ["pushed |-> Nothing"]></#if>
<#assign noLock = "[held |-> FALSE, view |-> Nothing, wrote |-> Nothing" + p.flooring?then(", floor |-> Nothing", "") + "]">
<#assign lastUnlock = "[view |-> Nothing, wrote |-> Nothing" + p.flooring?then(", floor |-> Nothing", "") + "]">
<#if p.locking><#assign parts += ["unlocked |-> TLCEval([a \\in Agents |-> " + lastUnlock + "])"]></#if>
<#if p.locking && !p.lockHistory><#assign parts += ["locks |-> TLCEval([l \\in " + types.locks(declare.locks) + " |-> " + noLock + "])"]></#if>
<#-- The locks under which several may read. -->
<#assign read = declare.locks?filter(l -> facts.isReadUnder(l.name))?map(l -> l.identifier)>
<#assign readers = "[view |-> Nothing" + p.flooring?then(", floor |-> Nothing", "") + "]">
<#if read?has_content><#assign parts += ["readers |-> TLCEval([l \\in {" + read?join(", ") + "} |-> " + readers + "])"]></#if>
<#assign domainNames = p.domains?map(x -> "\"" + x?has_content?then(x, "rcu") + "\"")>
<#if p.domains?has_content><#assign parts += ["begun |-> TLCEval([g \\in {" + domainNames?join(", ") + "} |-> Nothing])"]></#if>
<#if p.ending><#assign parts += ["ended |-> TLCEval([g \\in {" + domainNames?join(", ") + "} |-> Nothing])"]></#if>
<#if declare.recycles><#assign parts += ["since |-> Nothing"]></#if>
   ${parts?join(",\n   ")}]

\* The value of the last store to l, whoever may still see older ones.
Newest(l) == memory.history[l][Len(memory.history[l])].value

Highest(places) == CHOOSE i \in places : \A j \in places : j <= i

\* The oldest message of l that agent a may still read<#if machine.followsPointers>, by an address that depends on d</#if>.
<#assign bounds = ["mem.seen[a]"] + declare.recycles?then(["mem.since"], []) + p.flooring?then(["mem.floor[a]"], []) + machine.followsPointers?then([p.viewOf("d")] + p.flooring?then([p.floorOf("d")], []), [])>
Oldest(mem, a, l${d}) ==
<#if bounds?size == 1>
  Position(mem.history, l, ${bounds[0]}[l])
<#else>
  Highest({${bounds?map(b -> "Position(mem.history, l, " + b + "[l])")?join(",\n           ")}})
</#if>

Readable(mem, a, l${d}) ==
  {mem.history[l][i] : i \in Oldest(mem, a, l${d})..Len(mem.history[l])}

<#assign dview = machine.followsPointers?then(p.viewOf("d"), ""), dfloor = machine.followsPointers?then(p.floorOf("d"), "")>
<#macro brought message="m">
<#if p.bringing>,
              !.brought[a] = ${joins("@", message + ".view", dview)}</#if><#if p.bringing && p.flooring>,
              !.broughtFloor[a] = ${joins("@", message + ".floor", dfloor)}</#if></#macro>
\* Agent a has read message m of l.
Read(mem, a, l, m${d}) ==
  <#if !p.inOrder && p.bringing>LET h == mem.history IN
  </#if>[mem EXCEPT !.seen[a][l] = m.id<@brought/>]

\* The same, where what the message carries matters to nothing later but the end of a read-side
\* section.
Look(mem, a, l, m${d}) ==
<#if p.ending>
  <#if !p.inOrder>LET h == mem.history IN
  </#if>[mem EXCEPT !.seen[a][l] = m.id, !.brought[a] = ${joins("@", "m.view", dview)}]
<#else>
  [mem EXCEPT !.seen[a][l] = m.id]
</#if>

<#if facts.has("LoadAcquire")>
<#if machine.acquiresOwn>
\* What an acquire learns: of a store of its own, what that store has waited for (LKMM: dep ; rfi).
Learnt(a, m) == IF m.by = a THEN m.data ELSE <#if p.flooring>[view |-> m.view, floor |-> m.floor]<#else>m.view</#if>

</#if>
<#assign learnt = machine.acquiresOwn?then(p.viewOf("Learnt(a, m)"), "m.view"), learntFloor = machine.acquiresOwn?then(p.floorOf("Learnt(a, m)"), "m.floor")>
ReadAcquire(mem, a, l, m${d}) ==
  <#if !p.inOrder>LET h == mem.history IN
  </#if>[mem EXCEPT !.seen[a] = ${join("@", learnt)}<#if p.flooring>,
              !.floor[a] = ${join("@", learntFloor)}</#if><@brought/>]

</#if>
\* Inserts message m into the history of l as number i, as agent a's store.
Write(mem, a, l, i, m) ==
  LET h == [mem.history EXCEPT ![l] = <#if p.inOrder>Append(@, m)<#else>SubSeq(@, 1, i - 1) \o <<m>> \o SubSeq(@, i, Len(@))</#if>]
  IN  [mem EXCEPT !.history = h,
                  !.seen[a][l] = m.id<#if p.writing>,
                  !.wrote[a] = ${join("@", "m.view")}</#if>]

<#if !p.inOrder>
LastKnown(mem, l, bounds) == Highest({Position(mem.history, l, id) : id \in bounds})

\* A store comes after everything that its CPU knows and that it depends on, and never between a
\* message and the atomic operation that has read it.
Writable(mem, l, bounds) ==
  {i \in LastKnown(mem, l, bounds) + 1..Len(mem.history[l]) + 1 :
     i <= Len(mem.history[l]) => ~mem.history[l][i].exchanged}

</#if>
<#if machine.hasPlain>
\* Reports accesses that race: nothing orders the later messages of l before this access, and one of
\* the two is plain.
Raced(mem, l, known, plain) ==
  (\E i \in known + 1..Len(mem.history[l]) : plain \/ mem.history[l][i].plain)
    => PrintT(ToString(<<l>>))

</#if>
<#if facts.has("SmpMb") || p.strong>
<#assign all = ["mem.seen[a]"] + p.bringing?then(["mem.brought[a]"], []) + p.carrying?then(["mem.carried[a]"], []) + p.writing?then(["mem.wrote[a]"], []) + p.pushing?then(["mem.pushed"], [])>
\* smp_mb() and all that implies it.
Fenced(mem, a) ==
  LET <#if !p.inOrder>h == mem.history
      </#if>all == ${all?size?switch(1, all[0], joins(all[0], all[1], (all[2])!"", (all[3])!"", (all[4])!""))}
  IN  [mem EXCEPT !.seen[a] = all<#if p.bringing>,
                  !.brought[a] = all</#if><#if p.carrying>,
                  !.carried[a] = all</#if><#if p.writing>,
                  !.wrote[a] = all</#if><#if p.pushing>,
                  !.pushed = all</#if><#if p.flooring>,
                  !.floor[a] = ${joins("@", p.bringing?then("mem.broughtFloor[a]", ""), "all")}</#if><#if p.flooring && p.bringing>,
                  !.broughtFloor[a] = ${joins("mem.floor[a]", "@", "all")}</#if>]

</#if>
<#if facts.has("SmpRmb") && p.bringing>
LoadsOrdered(mem, a) ==
<@history/>
  [mem EXCEPT !.seen[a] = ${join("@", "mem.brought[a]")}<#if p.flooring>,
              !.floor[a] = ${join("@", "mem.broughtFloor[a]")}</#if>]

</#if>
<#if facts.has("SmpWmb") && p.writing>
StoresOrdered(mem, a) ==
<@history/>
  [mem EXCEPT !.carried[a] = ${join("@", "mem.wrote[a]")}]

</#if>
<#if p.domains?has_content>
\* A read-side section begins: it sees what came before any grace period that has begun.
SectionBegun(mem, a, g) ==
<@history/>
  [mem EXCEPT !.seen[a] = ${join("@", "mem.begun[g]")}<#if p.flooring>,
              !.floor[a] = ${join("@", "mem.begun[g]")}</#if>]

LookingBegun(mem, a, g) ==
<@history/>
  [mem EXCEPT !.seen[a] = ${join("@", "mem.begun[g]")}]

<#if p.ending>
\* It ends: a grace period that ends later comes after everything that was known or done in it.
SectionEnded(mem, a, g) ==
<@history/>
  [mem EXCEPT !.ended[g] = ${joins("@", "mem.seen[a]", p.bringing?then("mem.brought[a]", ""), p.writing?then("mem.wrote[a]", ""))}]

\* The same, where nothing else uses what has been brought: the next section can only add to it.
LastSectionEnded(mem, a, g) ==
<@history/>
  [mem EXCEPT !.ended[g] = ${joins("@", "mem.seen[a]", p.bringing?then("mem.brought[a]", ""))}<#if p.bringing>,
              !.brought[a] = Nothing</#if>]

</#if>
GracePeriodBegun(mem, a, g) ==
  LET fenced == Fenced(mem, a)<#if !p.inOrder>
      h == mem.history</#if>
  IN  [fenced EXCEPT !.begun[g] = ${join("@", "fenced.seen[a]")}]

GracePeriodEnded(mem, a, g) ==
<#if p.ending>
<@history/>
  Fenced([mem EXCEPT !.seen[a] = ${join("@", "mem.ended[g]")}], a)
<#else>
  Fenced(mem, a)
</#if>

</#if>
<#if facts.has("Xchg") || facts.has("Cmpxchg") || facts.has("AtomicFetch") || facts.has("AtomicAddUnless") || p.lockHistory>
\* Whether an atomic operation may come after message m of l: nothing may be in between, and a
\* store must not come before what its CPU knows.
Exchangeable(mem, l, m<#if !p.inOrder>, bounds</#if>) ==
<#if p.inOrder>
  m.id = Len(mem.history[l])
<#else>
  LET i == Position(mem.history, l, m.id)
  IN  /\ \A id \in bounds : Position(mem.history, l, id) <= i
      /\ i < Len(mem.history[l]) => ~mem.history[l][i + 1].exchanged
</#if>

\* Reads message m of l and writes message n directly after it.<#if facts.has("SmpRmb") && p.bringing> What an operation without a
\* value reads does not count for smp_rmb (LKMM: R \ Noreturn).</#if>
Exchange(mem, a, l, m, n, order) ==
  LET <#if !p.inOrder>h == mem.history
      </#if>acquires == order \in {"acquire", "full"}
      releases == order \in {"release", "full"}
      seen == IF acquires THEN ${join("mem.seen[a]", "m.view")} ELSE mem.seen[a]
<#if p.bringing>
      brought == <#if facts.has("SmpRmb")>IF order = "none" THEN mem.brought[a] ELSE </#if>${join("mem.brought[a]", "m.view")}
</#if>
<#if p.flooring>
      floor == IF acquires THEN ${join("mem.floor[a]", "m.floor")} ELSE mem.floor[a]
<#if p.bringing>
      broughtFloor == <#if facts.has("SmpRmb")>IF order = "none" THEN mem.broughtFloor[a] ELSE </#if>${join("mem.broughtFloor[a]", "m.floor")}
</#if>
</#if>
<#assign base = p.carrying?then("mem.carried[a]", "Nothing")>
      carried == IF releases THEN ${joins("seen", p.bringing?then("brought", ""), p.carrying?then("mem.carried[a]", ""), p.writing?then("mem.wrote[a]", ""))} ELSE ${base}
      message ==
        [n EXCEPT !.view = [${join("carried", "m.view")} EXCEPT ![l] = n.id]<#if p.flooring>,
                  !.floor = ${joins("@", "floor", "m.floor")}</#if>]
      exchanged ==
        Write([mem EXCEPT !.seen[a] = seen<#if p.bringing>, !.brought[a] = brought</#if><#if p.flooring>, !.floor[a] = floor</#if><#if p.flooring && p.bringing>, !.broughtFloor[a] = broughtFloor</#if>],
              a, l, Position(mem.history, l, m.id) + 1, message)
  IN  <#if facts.hasOrder("FULL")>IF order = "full" THEN Fenced(exchanged, a) ELSE exchanged<#else>exchanged</#if>

</#if>
<#include "held.ftl">
<#if declare.agentsInCrowds?has_content>
<#assign known = each + p.locking?then(["unlocked"], [])>
\* What an agent knows. A member of a crowd has it for itself, and is an agent while it takes a step.
Known(mem, a) == [${known?map(e -> e + " |-> mem." + e + "[a]")?join(", ")}]

Knowing(mem, a, known) == [mem EXCEPT ${known?map(e -> "!." + e + "[a] = known." + e)?join(", ")}]

<#list declare.agentsInCrowds as m>
\* Memory, with ${m.index()} as an agent.
${m.name()}_Memory(${m.index()}) == Knowing(memory, "${m.name()}", ${m.own()})

</#list>
Ignorant == Known(Untouched, "${declare.agentsInCrowds?first.name()}")

</#if>
<#if declare.recycles>
\* Object o is as good as new: of its stores nobody finds those that were made before.
<#assign ofObjects = declare.locks?filter(l -> facts.locksOfObjects?seq_contains(l.name))?map(l -> "<<" + l.identifier + ", o>>")>
<#assign renewed = ["o"] + declare.members?map(m -> "<<" + m.identifier + ", o>>") + p.lockHistory?then(ofObjects, [])>
Renewed(mem, o) ==
  LET locations == {${renewed?join(", ")}}
      id == [l \in locations |-> Len(mem.history[l]) + 1]
      Fresh(l) == [mem.history[l][1] EXCEPT !.id = id[l], !.view = [Nothing EXCEPT ![l] = id[l]]]
  IN  [mem EXCEPT !.history = TLCEval([l \in Locations |->
                                 IF l \in locations THEN Append(@[l], Fresh(l)) ELSE @[l]]),
                  !.since = TLCEval([l \in Locations |-> IF l \in locations THEN id[l] ELSE @[l]])<#if !p.lockHistory><#list ofObjects as l>,
                  !.locks[${l}] = ${noLock}</#list></#if>]

</#if>
<#if declare.agentsShare>
\* What runs on CPU c knows what ran there before, and the reverse.
Together(mem, a, c) ==
  LET <#if !p.inOrder>h == mem.history
      </#if>seen == ${join("mem.seen[a]", "mem.seen[c]")}
<#list p.bringing?then(["brought"], []) + p.writing?then(["wrote"], []) + p.flooring?then(["floor"], []) as part>
      ${part} == ${join("mem." + part + "[a]", "mem." + part + "[c]")}
</#list>
  IN  [mem EXCEPT !.seen[a] = seen, !.seen[c] = seen<#list p.bringing?then(["brought"], []) + p.writing?then(["wrote"], []) + p.flooring?then(["floor"], []) as part>,
                  !.${part}[a] = ${part}, !.${part}[c] = ${part}</#list>]

</#if>
<#if declare.pinning>
\* A thread that pins the provider was admitted by it, and that orders.
Admitted(mem, a, p) ==
<@history/>
  [mem EXCEPT !.seen[a] = ${join("@", "mem.seen[p]")}]

</#if>
<#if !facts.litmus>
\* The state of each object.
life == [o \in Objects |-> Newest(o)]

</#if>
<#if spec.dereferences!false>
\* The states in which agent a may see the object that a pointer points to.
Uses(mem, a, o${d}) == IF ${types.nowhere()} THEN {[id |-> ${initially}, value |-> "nothing", view |-> Nothing]} ELSE Readable(mem, a, o${d})

Used(mem, a, o, m${d}) == IF ${types.nowhere()} THEN mem ELSE Read(mem, a, o, m${d})

LookedAt(mem, a, o, m${d}) == IF ${types.nowhere()} THEN mem ELSE Look(mem, a, o, m${d})

\* What is wrong with using the object that a pointer points to.
Misuse(o, state) ==
  IF ${types.nowhere()} THEN {"NULL dereference"}
  ELSE IF state = "raw" THEN {"use before initialisation"}
<#if spec.tearsDown>
  ELSE IF state = "torn down" THEN {"use after teardown"}
</#if>
  ELSE {}

</#if>

<#if !facts.litmus>
<#include "invariant.ftl">
</#if>
