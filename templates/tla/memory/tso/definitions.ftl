<#import "../../types.ftl" as types>
\* Memory: what is stored there, and a buffer for each CPU that makes stores, from which they reach
\* memory in the order in which they were made.
Locations ==
<#assign plain = declare.globals?map(g -> g.identifier) + types.plainLocks(declare.locks)>
  ${types.locations(plain, types.locksOfObjects(declare.locks))}

\* Who has a buffer: a task has its own, since the scheduler drains the one that it leaves.
Agents == ${declare.agents}

<#assign cases = []>
<#list declare.globals?filter(g -> g.initial != "0" || !facts.litmus) as g><#if g.initial != "NULL"><#assign cases += ["l = " + g.identifier + " -> " + g.initial]></#if></#list>
<#list declare.perCpus?filter(v -> !facts.isPrivate(v.name) && v.initial != "NULL") as v><#assign cases += ["l \\in {" + v.identifier + "} \\X CPUs -> " + v.initial]></#list>
<#list declare.arrays?filter(a -> types.element(a, "l[2]") != "NULL") as a><#assign cases += ["l \\in {" + a.identifier + "} \\X (" + types.indices(a) + ") -> " + types.element(a, "l[2]")]></#list>
<#list declare.members as m><#assign cases += ["l \\in {" + m.identifier + "} \\X Objects -> Uninitialised"]></#list>
<#if declare.locks?has_content && !facts.litmus><#assign cases += ["l \\in " + types.locks(declare.locks) + " -> 0"]></#if>
Untouched ==
  [stored |->
     [l \in Locations |->
<#if cases?has_content>
        CASE ${cases?join("\n          [] ")}
          [] OTHER -> ${facts.litmus?then("0", "NULL")}],
<#else>
        ${facts.litmus?then("0", "NULL")}],
</#if>
   buffer |-> [a \in Agents |-> <<>>]]

\* What agent a loads: the newest of its own stores in the buffer, or else what is in memory.
Value(mem, a, l) ==
  LET own == SelectSeq(mem.buffer[a], LAMBDA store : store.to = l)
  IN  IF own = <<>> THEN mem.stored[l] ELSE own[Len(own)].value

Buffered(mem, a, l, v) ==
  [mem EXCEPT !.buffer[a] =
     Append(@, [to |-> l, value |-> v<#if machine.sectionsStore>, ended |-> {}, due |-> {}</#if>])]

\* All of the agent's stores have reached memory. (TLC evaluates functions lazily, and EXCEPT of
\* one that it has not evaluated may be wrong: TLCEval.)
Flushed(mem, a) ==
  [mem EXCEPT !.stored = TLCEval([l \in Locations |-> Value(mem, a, l)]), !.buffer[a] = <<>>]

Exchanged(mem, a, l, v) ==
  LET flushed == Flushed(mem, a) IN [flushed EXCEPT !.stored[l] = v]

<#if declare.agentsInCrowds?has_content>
\* A member of a crowd has its buffer for itself, and is an agent while it takes a step.
Known(mem, a) == mem.buffer[a]

Knowing(mem, a, buffer) == [mem EXCEPT !.buffer[a] = buffer]

<#list declare.agentsInCrowds as m>
\* Memory, with ${m.index()} as an agent.
${m.name()}_Memory(${m.index()}) == Knowing(memory, "${m.name()}", ${m.own()})

</#list>
Ignorant == <<>>

</#if>
<#if machine.sectionsStore>
\* A read-side section of kind g ends: a grace period that waits for it waits for its stores, too.
SectionEnded(mem, a, g, waiters) ==
  [mem EXCEPT !.buffer[a] =
     TLCEval([i \in DOMAIN @ |-> [@[i] EXCEPT !.ended = @ \cup {g}, !.due = @ \cup waiters]])]

\* A grace period waits for the stores of the sections that have ended before it.
GracePeriodBegun(mem, g, waiter) ==
  [mem EXCEPT !.buffer =
     TLCEval([a \in Agents |->
       TLCEval([i \in DOMAIN @[a] |->
         [@[a][i] EXCEPT !.due = IF g \in mem.buffer[a][i].ended THEN @ \cup {waiter} ELSE @]])])]

Due(mem, waiter) ==
  \E a \in Agents : \E i \in DOMAIN mem.buffer[a] : waiter \in mem.buffer[a][i].due

</#if>
<#if spec.dereferences!false>
\* What is wrong with using the object that a pointer points to. (Stores leave in order, so who
\* sees the pointer sees the object that it points to.)
Misuse(o) ==
  IF ${types.nowhere()} THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
<#if spec.tearsDown>
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
</#if>
  ELSE {}

</#if>

<#if !facts.litmus && facts.hasMemory>
<#assign holds = types.cases(declare.globals, declare.perCpus?filter(v -> !facts.isPrivate(v.name)), declare.arrays, declare.members)>
<#if declare.locks?has_content><#assign holds += ["l \\in " + types.locks(declare.locks) + " -> {0, 1}"]></#if>
\* The values that may be stored at l.
Values(l) ==
  CASE ${holds?join("\n    [] ")}

\* A store that waits in a buffer.
IsStore(s) ==
  /\ DOMAIN s = {"to", "value"<#if machine.sectionsStore>, "ended", "due"</#if>}
  /\ s.to \in Locations
  /\ s.value \in Values(s.to)

<#if declare.agentsInCrowds?has_content>
\* What a buffer may be.
Knowledge ==
  Seq([to : Locations, value : UNION {Values(l) : l \in Locations}])

</#if>
MemoryOK ==
  /\ DOMAIN memory = {"stored", "buffer"}
  /\ DOMAIN memory.stored = Locations
  /\ \A l \in Locations : memory.stored[l] \in Values(l)
  /\ DOMAIN memory.buffer = Agents
  /\ \A a \in Agents : \A i \in 1..Len(memory.buffer[a]) :
       IsStore(memory.buffer[a][i])

</#if>
