<#--
  What of a state matters. The configurations name it as TLC's VIEW: states in which it is the same have the
  same future, and are one. Why, part by part: docs/decisions/0023.
-->
<#assign p = machine>
<#-- What both views know, as places in coherence order. -->
<#assign above = p.inOrder?then("Join", "Above")>
<#-- What a view knows of the messages that are left. -->
<#assign count = p.inOrder?then("Counted", "Count")>
<#-- The names by which memory has members of crowds during a step: between steps, nobody's. -->
<#function placeholders><#return declare.agentsInCrowds?map(m -> "\"" + m.name() + "\"")?join(", ")></#function>
<#macro lowest>
Lowest(places) == CHOOSE i \in places : \A j \in places : i <= j

</#macro>
<#function asItIs view><#return view></#function>
<#function placed view><#return "Places(" + view + ")"></#function>
<#-- What a member of a crowd knows at its next read: in a section, what was before a grace period. -->
<#macro sees m places indent="">
<#local own = places(m.member().own() + ".seen")>
${indent}Sees_${m.member().name()}(${m.member().index()}) ==
<#if m.domain().isPresent()>
${indent}  IF ${m.outside()} THEN ${above}(${own}, ${places("memory.begun[\"" + m.domain().get()?has_content?then(m.domain().get(), "rcu") + "\"]")})
${indent}  ELSE ${own}
<#else>
${indent}  ${own}
</#if>
</#macro>
<#-- Where objects take turns, nobody must find what is said of an old one. -->
<#macro reading>
<@lowest/>
<#list declare.readersInCrowds as m>
\* What one reads memory by, now or at its next step.
<@sees m asItIs/>

</#list>
\* The oldest message of each location that somebody may still read.
OldestRead ==
  LET views == {memory.seen[a] : a \in Agents \ {${placeholders()}}}
<#list declare.readersInCrowds as m>
        \cup {Sees_${m.member().name()}(${m.member().index()}) : ${m.member().index()} \in ${m.member().crowd()}}
</#list>
  IN  TLCEval([l \in Locations |-> Lowest({Len(memory.history[l])} \cup {v[l] : v \in views})])

</#macro>
<#--
  What an agent knows, counted: seen is what it reads by; a part of it is owner.part, with an index where it
  is one of memory's.
-->
<#function known seen owner index>
  <#local knows = ["seen |-> Counted(" + seen + ")"]>
  <#if p.bringing>
    <#local brought = "Places(" + owner + ".brought" + index + ")">
    <#if machine.onlyPublishes && p.ending && p.pushing>
      <#-- What readers have brought counts for the end of a grace period alone, and a fence follows there. -->
      <#local pushed = above + "(" + seen + ", Places(memory.pushed))">
      <#if index?has_content>
        <#local providers = declare.threads?filter(k -> k.provider)?map(k -> k.index?has_content?then(k.set, "{" + k.agent + "}"))?join(" \\cup ")>
        <#local pushed = "IF a \\in " + providers + " THEN " + seen + " ELSE " + pushed>
      </#if>
      <#local knows += ["brought |-> Counted(" + above + "(" + pushed + ",\n                                   " + brought + "))"]>
    <#else>
      <#local knows += ["brought |-> Counted(" + above + "(" + seen + ", " + brought + "))"]>
    </#if>
  </#if>
  <#if p.carrying><#local knows += ["carried |-> ${count}(" + owner + ".carried" + index + ")"]></#if>
  <#if p.writing><#local knows += ["wrote |-> ${count}(" + owner + ".wrote" + index + ")"]></#if>
  <#if p.flooring><#local knows += ["floor |-> ${count}(" + owner + ".floor" + index + ")"]></#if>
  <#if p.flooring && p.bringing><#local knows += ["broughtFloor |-> Counted(" + above + "(Places(" + owner + ".floor" + index + "), Places(" + owner + ".broughtFloor" + index + ")))"]></#if>
  <#if p.locking><#local knows += ["unlocked |-> Unlock(" + owner + ".unlocked" + index + ")"]></#if>
  <#return knows>
</#function>
<#-- What the fields of a thread's record that say what something depends on are, counted. -->
<#function carries k prefix reaches>
  <#local carried = p.carried(k.thread, k.dependencies, k.kept)>
  <#local changes = []>
  <#list carried.dependencies as d>
    <#local pointer = carried.pointers?filter(x -> x.dependency.orElse("") == d)>
    <#-- With one pointer alone, nothing else takes over what it depends on. -->
    <#if reaches && !k.provider && carried.dependencies?size == 1 && pointer?has_content>
      <#local changes += ["!." + prefix + d + " = OfObject(${count}(@), " + k.record + "." + pointer?map(x -> x.field)?join("") + ")"]>
    <#elseif reaches && !k.provider && carried.dependencies?size == 1>
      <#local changes += ["!." + prefix + d + " = ${count}(@)"]>
    <#else>
      <#local changes += ["!." + prefix + d + " = " + p.flooring?then("CountBoth", count) + "(@)"]>
    </#if>
  </#list>
  <#return changes>
</#function>
<#-- The members of a quiet crowd that know something, if they do. Where somebody waits until they are gone,
     one that knows too much to come to its end without an oops would be waited for. -->
<#function knowing c><#return (c.quiet() && !c.asked().isPresent())?then(declare.readersInCrowds?filter(m -> m.member().crowd() == c.variable()), [])></#function>
<#macro least c>
<#list knowing(c) as m>
<#local seen = m.member().fields()?join(".") + ".seen", i = c.index()>
\* Who knows less can do all that who knows more can: of members that differ in nothing else it is enough.
Least_${c.variable()}(members) ==
  {${i} \in members : ~\E m \in members :
     /\ m # ${i}
     /\ [${i} EXCEPT !.${seen} = m.${seen}] = m
     /\ \A l \in Locations : m.${seen}[l] <= ${i}.${seen}[l]}

</#list>
</#macro>
<#macro relevant>
<#local crowds = declare.agentsInCrowds?has_content>
<#-- Where somebody spins, fairness asks who has seen what: then nobody's own view is touched. -->
<#local alone = !declare.agentsShare && !declare.pinning, free = !machine.spins && (alone || crowds)>
<#local handlers = declare.threads?filter(k -> k.handler)>
<#local begins = free && !crowds && handlers?has_content && p.domains?seq_contains("")>
<#local finishes = free && alone && !declare.recycles>
<#local reaches = free && machine.onlyPublishes && machine.pointersInGlobals>
<#local provider = declare.threads?filter(k -> k.provider)?first>
-----------------------------------------------------------------------------
(* The parts of a state that matter: states that agree in them have the    *)
(* same future. TLC takes them for one state (VIEW).                       *)

<#if !declare.recycles><@lowest/></#if>
<#if reaches>
Greater(i, j) == IF i < j THEN j ELSE i

</#if>
<#if reaches>
\* The object that a location is part of, if any.
<#if declare.members?has_content>
ObjectOf(l) == IF l \in Objects THEN l ELSE IF l \in (({${declare.members?map(m -> m.identifier)?join(", ")}}) \X Objects) THEN l[2] ELSE NULL
<#else>
ObjectOf(l) == IF l \in Objects THEN l ELSE NULL
</#if>

\* What a view says of one object.
OfObject(v, o) == IF o = NULL THEN {} ELSE {<<l, v[l]>> : l \in {l \in Locations : ObjectOf(l) = o}}

</#if>
<#if finishes>
\* A provider without a next object no longer reads memory.
<#local last = [provider.rest] + (p.carrying || p.flooring)?then([], spec.aboutToTearDown)>
Finished<#if provider.index?has_content>(${provider.index})</#if> ==
  /\ ${layout.among(provider.record + ".at", last)}
  /\ \A o \in Objects : life[o] # "raw"

</#if>
<#list (spec.crowds)![] as c>
<@least c/>
</#list>
Relevant ==
  LET last == [l \in Locations |-> Len(memory.history[l])]
<#if !p.inOrder>
      place == TLCEval([l \in Locations |->
                          TLCEval([id \in 1..last[l] |-> Position(memory.history, l, id)])])
      Place(v, l) == place[l][v[l]]
      Places(v) == TLCEval([l \in Locations |-> place[l][v[l]]])
<#else>
<#if reaches>
      Place(v, l) == v[l]
</#if>
      Places(v) == v
</#if>
<#if finishes>
      asking == <#if crowds>(Agents \ {${placeholders()}})<#else>Agents</#if> \ <#if provider.index?has_content>{${provider.index} \in ${provider.set} : Finished(${provider.index})}<#else>(IF Finished THEN {${provider.agent}} ELSE {})</#if>
<#else>
      asking == Agents<#if crowds> \ {${placeholders()}}</#if>
</#if>
<#local own = "Places(memory.seen[a])">
<#if begins>
      \* What a CPU knows at its next read: its next handler is a section, and learns what was
      \* before a grace period.
      idle == {c \in CPUs : ${handlers?map(k -> k.record + ".at = " + k.rest)?join(" /\\ ")}}
      seen == TLCEval([a \in asking |->
                         IF a \in idle THEN ${above}(${own}, Places(memory.begun["rcu"]))
                         ELSE ${own}])
<#else>
      seen == TLCEval([a \in asking |-> ${own}])
</#if>
<#if !declare.recycles>
<#list declare.readersInCrowds as m>
      \* What one reads memory by, now or at its next step.
      <@sees m placed "      "/>
</#list>
</#if>
      \* The oldest message that any agent may still read, or put a message after.
<#local floors = p.flooring && !machine.spins>
<#if floors>
      bound == TLCEval([a \in asking |-> ${above}(seen[a], Places(memory.floor[a]))])
</#if>
<#if declare.recycles>
      read == OldestRead
<#elseif crowds>
      views == {${floors?then("bound", "seen")}[a] : a \in asking}
<#list declare.readersInCrowds as m>
<#local sees = "Sees_" + m.member().name() + "(" + m.member().index() + ")">
        \cup {${floors?then(above + "(" + sees + ", Places(" + m.member().own() + ".floor))", sees)} : ${m.member().index()} \in ${m.member().crowd()}}
</#list>
      read == TLCEval([l \in Locations |-> Lowest({last[l]} \cup {v[l] : v \in views})])
<#else>
      read == TLCEval([l \in Locations |-> Lowest({last[l]} \cup {${floors?then("bound", "seen")}[a][l] : a \in asking})])
</#if>
<#if reaches>
      \* An object is found through a pointer: no agent finds it older than what the pointer carries.
      Found(l, o) ==
        {last[l]}
<#list declare.threads as k>
<#list p.carried(k.thread, k.dependencies, k.kept).pointers as held>
<#local way = k.own.isPresent()?then("Place(" + k.own.orElse("") + ".seen, l)", "Place(memory.seen[" + k.agent + "], l)")>
<#local ways = held.dependency.isPresent()?then("{Greater(" + way + ", Place(" + p.viewOf(k.record + "." + held.dependency.orElse("")) + ", l))}", "{" + way + "}")>
<#local holds = k.record + "." + held.field + " = o" + k.provider?then(" /\\ " + k.agent + " \\in asking", "")>
<#if k.index?has_content>
        \cup UNION {${ways} : ${k.index} \in {${k.index} \in ${k.set} : ${holds}}}
<#else>
        \cup (IF ${holds} THEN ${ways} ELSE {})
</#if>
</#list>
</#list>
        \cup UNION {{Place(memory.history[k][i].view, l) :
                       i \in {i \in read[k]..last[k] : memory.history[k][i].value = o}} :
                    k \in {k \in Locations : ObjectOf(k) = NULL}}
      oldest == TLCEval([l \in Locations |->
                           IF ObjectOf(l) = NULL THEN read[l] ELSE <#if declare.recycles>Greater(memory.since[l], Lowest(Found(l, ObjectOf(l))))<#else>Lowest(Found(l, ObjectOf(l)))</#if>])
<#else>
<#if declare.recycles>
      oldest == TLCEval([l \in Locations |-> IF memory.since[l] < read[l] THEN read[l] ELSE memory.since[l]])
<#else>
      oldest == read
</#if>
</#if>
      \* Messages are counted from there; having seen an older one is having seen none.
      \* (Most views are left as they are, and TLC is quick to see that they are.)
      fresh == oldest = Nothing
      Counted(v) ==
        IF fresh \/ v = Nothing THEN v
        ELSE TLCEval([l \in Locations |-> IF v[l] <= oldest[l] THEN 1 ELSE v[l] - oldest[l] + 1])
<#if !p.inOrder>
      Count(v) ==
        TLCEval([l \in Locations |->
                   LET i == Place(v, l) IN IF i <= oldest[l] THEN 1 ELSE i - oldest[l] + 1])
</#if>
<#if p.flooring>
      CountBoth(d) == [view |-> ${count}(d.view), floor |-> ${count}(d.floor)]
</#if>
      Message(l, m, first) ==
<#local fields = ["value |-> m.value"]>
<#-- What becomes of an object is stored in a way that carries nothing but itself. -->
<#local fields += ["view |-> " + machine.onlyPublishes?then("IF l \\in Objects THEN Nothing ELSE ", "") + count + "(m.view)"]>
<#if p.flooring><#local fields += ["floor |-> ${count}(m.floor)"]></#if>
<#if !p.inOrder><#local fields += ["exchanged |-> m.exchanged /\\ ~first"]></#if>
<#if machine.forwards><#local fields += ["by |-> m.by", "data |-> " + p.flooring?then("CountBoth", count) + "(m.data)"]></#if>
<#if p.lockHistory><#local fields += ["wrote |-> ${count}(m.wrote)"]></#if>
        [${fields?join(",\n         ")}]
<#local unlock = ["view |-> ${count}(u.view)", "wrote |-> ${count}(u.wrote)"] + p.flooring?then(["floor |-> ${count}(u.floor)"], [])>
<#if p.locking>
      Unlock(u) == [${unlock?join(", ")}]
</#if>
<#local parts = ["[l \\in Locations |->\n           [i \\in 1..last[l] - oldest[l] + 1 |->\n              Message(l, memory.history[l][i + oldest[l] - 1], i = 1)]]"]>
<#local parts += ["[a \\in asking |->\n           [" + known("seen[a]", "memory", "[a]")?join(",\n            ") + "]]"]>
<#if p.pushing><#local parts += [count + "(memory.pushed)"]></#if>
<#if p.locking && !p.lockHistory><#local parts += ["[l \\in DOMAIN memory.locks |-> <<memory.locks[l].held, Unlock(memory.locks[l])>>]"]></#if>
<#local read = declare.locks?filter(l -> facts.isReadUnder(l.name))?map(l -> l.identifier)>
<#if read?has_content><#local parts += ["[l \\in DOMAIN memory.readers |->\n           [view |-> ${count}(memory.readers[l].view)" + p.flooring?then(", floor |-> ${count}(memory.readers[l].floor)", "") + "]]"]></#if>
<#if p.domains?has_content><#local parts += ["[g \\in DOMAIN memory.begun |-> ${count}(memory.begun[g])]"]></#if>
<#if p.ending><#local parts += ["[g \\in DOMAIN memory.ended |->\n           Counted(${above}(Places(memory.pushed), Places(memory.ended[g])))]"]></#if>
<#local listed = ["memory"]>
<#list declare.threads?filter(k -> !k.ofCrowd) as k>
<#local changes = carries(k, "", reaches)>
<#if changes?has_content>
<#local listed += [k.variable]>
<#local parts += [k.index?has_content?then("[" + k.index + " \\in " + k.set + " |->\n           ", "") + "[" + k.record + " EXCEPT " + changes?join(",\n                   ") + "]" + k.index?has_content?then("]", "")]>
</#if>
</#list>
<#-- States of members that agree in what matters are one. -->
<#list (spec.crowds)![] as c>
<#local changes = [], reading = []>
<#list declare.readersInCrowds?filter(m -> m.member().crowd() == c.variable()) as m>
<#local sees = "sees_" + m.member().name()>
<#local reading += [sees + " == Sees_" + m.member().name() + "(" + m.member().index() + ")"]>
<#local changes += ["!." + m.member().fields()?join(".") + " =\n              [" + known(sees, m.member().own()?string, "")?join(",\n               ") + "]"]>
</#list>
<#list declare.threads?filter(k -> k.ofCrowd && k.set == c.variable()) as k>
<#local changes += carries(k, c.parts()?has_content?then(k.variable + ".", ""), reaches)>
</#list>
<#if changes?has_content>
<#local listed += [c.variable()]>
<#local members = "{" + reading?has_content?then("LET " + reading?join("\n") + " IN ", "") + "[" + c.index() + " EXCEPT " + changes?join(",\n            ") + "] : " + c.index() + " \\in " + c.variable() + "}">
<#local parts += [knowing(c)?has_content?then("Least_" + c.variable() + "(" + members + ")", members)]>
</#if>
</#list>
<#local parts += declare.variables?map(x -> x.name)?filter(x -> !listed?seq_contains(x))>
  IN  <<${parts?join(",\n        ")}>>

</#macro>
