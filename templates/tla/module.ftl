<#import "types.ftl" as types>
<#assign dashes = ""?right_pad((76 - spec.name?length - 8) / 2, "-")>
${dashes} MODULE ${spec.name} ${dashes}
${layout.rule()}
<#macro boxed text><#list layout.box(text) as line>${line}
</#list></#macro>
<@boxed spec.strategy/>
<#if spec.frontMatter.title??><@boxed spec.frontMatter.title/></#if>
${"(* "?right_pad(74)} *)
<#if spec.frontMatter.question??>
<@boxed spec.frontMatter.question/>
${"(* "?right_pad(74)} *)
</#if>
<#if spec.frontMatter.source??><@boxed "Source: " + spec.frontMatter.source/></#if>
<@boxed "Memory model: " + declare.title + (spec.compiler)?then("", "; the compiler does what the C says") + (spec.fine)?then("; one step for each operation", "") + (spec.reduced)?then("", "; no reductions")/>
<#assign cpus = spec.options.cpus(), registrations = spec.options.registrations()>
<@boxed "Bounds: " + cpus.any()?then("any number of CPUs", cpus.number() + (cpus.number() == 1)?then(" CPU", " CPUs")) + ", " + registrations.any()?then("any number of registrations", spec.objects?size + (spec.objects?size == 1)?then(" object", " objects") + " (in the configurations)")/>
<@boxed "Generated from " + spec.file + " by quiesce; edit that file, not this one."/>
<#if spec.crowds?has_content>
${"(* "?right_pad(74)} *)
<@boxed "A crowd is the set of the states that its members are in. It does not say how many are in one: at least one of any number. A member that moves on may leave others behind. So each run of n members is one of these, for every n, and what holds here holds for every n. Not the other way round: what is violated here may hold for a number that is given."/>
<#list spec.crowds?filter(c -> c.quiet) as c>
<@boxed "In " + c.variable + " others always stay behind" + c.asked.isPresent()?then(", unless somebody waits until they are gone", "") + ": a member comes to its end by itself and changes nothing else. Where nobody must be in some state, who is in it was one too many, and leaves."/>
</#list>
<#if spec.visits>
<@boxed "A CPU that the provider has still to visit, or is at, has a mark; locals hold no CPU."/>
</#if>
</#if>
<#if facts.module>
${"(* "?right_pad(74)} *)
<@boxed "A module that is loaded again begins afresh, with variables of its own: it is loaded once here, and that is for any number."/>
</#if>
<#if spec.recycles>
${"(* "?right_pad(74)} *)
<@boxed "Objects take turns: one that is torn down, and that nothing refers to, is as good as new. EnoughObjects says that one is always there, so that no run has ended for want of one."/>
</#if>
${"(* "?right_pad(74)} *)
<@boxed "Check it:  quiesce check " + spec.strategy/>
<@boxed "      or:  java -cp tla2tools.jar tlc2.TLC " + spec.name/>
<#if spec.liveness?has_content>
<@boxed "     and:  java -cp tla2tools.jar tlc2.TLC \\"/>
<@boxed "             -config " + spec.name + "_liveness.cfg " + spec.name/>
</#if>
${layout.rule()}
EXTENDS @@modules@@

CONSTANTS
<#if spec.needsCpus>
  CPUs,           \* the processors
</#if>
<#if spec.needsTasks>
  Tasks,          \* the tasks of each kind
</#if>
<#if (spec.providers > 1)>
  Providers,      \* the modules that register, at the same time
</#if>
  Objects,        \* ${spec.allocates?then("what is registered, one at a time, and what is allocated", "the callback structures, registered one at a time")}
<#if spec.needsUninitialised>
  Uninitialised,  \* what memory holds before anything is written to it
</#if>
<#list declare.constants as name, comment>
${layout.declaration(name + ",", comment)}
</#list>
  NULL

<#assign finite = spec.needsCpus?then(["CPUs"], []) + spec.needsTasks?then(["Tasks"], []) + (spec.providers > 1)?then(["Providers"], []) + ["Objects"]>
ASSUME
<#list finite as s>
  /\ IsFiniteSet(${s}) /\ ${s} # {} /\ NULL \notin ${s}
</#list>
<#if spec.needsUninitialised>
  /\ Uninitialised \notin Objects \cup {NULL}
</#if>
<#if (declare.constants?size > 1)>
  /\ Cardinality({${layout.list(declare.constants?keys, 18)}}) = ${declare.constants?size}
</#if>

VARIABLES
<#list declare.variables as v>
${layout.declaration(v.name + v?has_next?string(",", ""), v.comment)}
</#list>

vars ==
  <<${layout.list(declare.variables?map(v -> v.name), 4)}>>


@@memory@@


<#list threads as t>
${t.variable}_Idle == ${t.idle}

</#list>
<#list spec.crowds?filter(c -> c.parts?has_content) as c>
${c.variable}_Idle == [${c.parts?map(p -> p.name() + " |-> " + p.initial())?join(", ")}]

</#list>
\* What holds of the variables in every state.
TypeOK ==
<#list declare.variables?filter(v -> v.type?has_content) as v>
  /\ ${v.type}
</#list>
<#list threads?filter(t -> !spec.crowds?has_content || t.instances == "" || t.instances == "Providers") as t>
  /\ ${t.variable} \in ${types.functions(t.instances, types.records(t.types))}
</#list>
<#list spec.crowds as c>
  /\ ${c.variable} \subseteq ${c.parts?has_content?then("[" + c.parts?map(p -> p.name() + " : " + p.thread()?then(types.records(threads?filter(t -> t.variable == p.name())?first.types), types.set(p.values())))?join(", ") + "]", types.records(threads?filter(t -> t.variable == c.variable)?first.types))}
</#list>
<#if spec.sections?has_content>
  /\ awaited \in ${types.functions(spec.waiters, "SUBSET (" + spec.sectioned + ")")}
</#if>
<#if spec.retires>
  /\ retired \subseteq Objects
</#if>
<#if declare.variables?map(v -> v.name)?seq_contains("faults")>
  /\ faults \subseteq {${layout.list(spec.faults?map(f -> "\"" + f + "\""), 24)}}
</#if>

Init ==
<#list declare.variables as v>
  /\ ${v.name} = ${v.initial}
</#list>

-----------------------------------------------------------------------------
<#if spec.oopses?has_content>
\* An oops ends the run.
Running ==
  faults \cap {${layout.list(spec.oopses?map(f -> "\"" + f + "\""), 15)}} = {}

</#if>
<#list spec.scheduling as d>
\* ${d.comment?join(" ")}
${d.name}<#if d.parameters?has_content>(${d.parameters?join(", ")})</#if> ==<#if (d.name?length + d.parameters?join(", ")?length + d.body?length > 68)>
  ${d.body}
<#else> ${d.body}
</#if>

</#list>
<#if spec.recycles>
<@memory.reading/>
\* Something refers to the object.
Referenced(o) ==
<@memory.references/>
<#list spec.references as reference>
  \/ ${reference}
</#list>

\* The object is new, or as good as new.
Free(o) == life[o] = "raw" \/ (life[o] = "torn down" /\ ~Referenced(o))

NextObject == CHOOSE o \in Objects : Free(o)
<#else>
NextObject == CHOOSE o \in Objects : life[o] = "raw"
</#if>

<#list spec.crowds as c>
\* What may be left of the crowd when a member moves on: another may be in the same state.
${c.without()}(${c.index}) ==
  ${c.left()}

</#list>
<#if spec.nobodyIsAwaited?has_content>
\* No read-side section is left that was in progress when the grace period began.
NobodyIsAwaited<#if spec.waiters?has_content>(p)</#if> ==
<#list spec.nobodyIsAwaited as free>
  /\ ${free}
</#list>

</#if>


<#if spec.tearsDown && spec.inUse?has_content>
\* A reader is inside a callback of the object.
InUse(o) ==
<#list spec.inUse as use>
  ${(spec.inUse?size > 1)?then("\\/ ", "")}${use}
</#list>

</#if>
<#if spec.retires>
\* After the grace period no reader must find the old object.
Stale(o) == IF o \in retired THEN {"stale pointer"} ELSE {}

</#if>
<#if spec.snapshots>
\* One run of a reader must not mix two registrations. A call of NULL is a fault of its own.
Torn(before, now) ==
  IF before = NULL \/ now \in {NULL, before} THEN {} ELSE {"torn snapshot"}

</#if>
<#if spec.foreign>
\* A callback must be handed the data that was registered with it.
Foreign(callback, data) ==
  IF callback \in {NULL, data} THEN {} ELSE {"foreign data"}

</#if>
<#list spec.sections as name, inside>
\* The read-side sections in progress.
${name} == ${inside}

</#list>
<#macro group name calls>
<#if calls?has_content>
${name} ==
<#if calls?size == 1>
  ${calls[0]}
<#else>
<#list calls as call>
  \/ ${call}
</#list>
</#if>

</#if>
</#macro>
<#macro running t>
  /\ ${t.active}
<#if t.gates?last.call.isPresent()>
  /\ ${t.gates?last.call.get()}
</#if>
</#macro>
<#function instances t>
<#return t.fairness.instances?has_content?then("(" + t.fairness.instances?map(o -> o.variable)?join(", ") + ")", "")>
</#function>
<#macro waiting t w turn=false>
  /\ ${t.me}.at = ${w.place}${w.object?has_content?then(" /\\ " + w.object + " \\in Objects", "")} => ${((w.due?has_content)?then(w.chooses()?then(["\\E o \\in Objects : " + memory.held(w.due) + " /\\ " + memory.released(w.lock)], [memory.held(w.due), memory.released(w.lock)]), w.lock?has_content?then([w.chooses()?then("\\A o \\in Objects : " + memory.released(w.lock), turn?then(memory.turn(w.lock, w.agent, w.memory), memory.free(w.lock, w.agent, w.memory)))], [])) + w.condition?has_content?then([w.condition], []))?join(" /\\ ")}
</#macro>
<#list threads as t>
-----------------------------------------------------------------------------
<@boxed t.title/>

<#list t.gates?filter(g -> g.conditions?has_content) as g>
<#if g.conditions?size == 1>
${g.call.get()} == ${g.conditions[0]}
<#else>
${g.call.get()} ==
<#list g.conditions as condition>
  /\ ${condition}
</#list>
</#if>

</#list>
<#list t.actions as a>
${a}

</#list>
<@group t.variable + "_Begins" + t.actionParameters t.begins/>
<@group t.variable + "_GoesOn" + t.actionParameters t.goesOn/>
<#if t.goesOn?has_content && spec.asksWhoGoesOn>
<#assign apart = spec.liveness?has_content && t.fairness.turns>
<#if apart>
\* The thread has begun, and nothing but a lock holds it up.
${t.variable}_CanRun${t.parameters} ==
<@running t/>
<#list t.waits?filter(w -> !w.keepsTurn()) as w><@waiting t w/></#list>

\* The lock that it waits for is free, if any<#if memory.turnsBeforeFree()>, or the store that frees it is made</#if>.
${t.variable}_HasTurn${instances(t)} ==
<#list t.waits?filter(w -> w.keepsTurn()) as w><@waiting t w true/></#list>

</#if>
\* The thread has begun and is not held up: one of these steps can be taken.
${t.variable}_CanGoOn${t.parameters} ==
<#if apart>
  /\ ${t.variable}_CanRun${t.parameters}
<#if memory.turnsBeforeFree()>
<#list t.waits?filter(w -> w.keepsTurn()) as w><@waiting t w/></#list>
<#else>
  /\ ${t.variable}_HasTurn${instances(t)}
</#if>
<#else>
<@running t/>
<#list t.waits as w><@waiting t w/></#list>
</#if>

</#if>
<#if spec.liveness?has_content && t.moves && t.goesOn?has_content>
\* The thread, having begun, takes a step: no other thread changes its position.
${t.variable}_Moves${instances(t)} ==
  /\ ${t.active}
  /\ ${t.me}' # ${t.me}

</#if>
</#list>
<@memory.actions/>
-----------------------------------------------------------------------------
Next ==
<#list threads as t>
<#assign calls = t.begins?has_content?then([t.variable + "_Begins" + t.actionParameters], []) + t.goesOn?has_content?then([t.variable + "_GoesOn" + t.actionParameters], [])>
  \/ <#if t.actionQuantifier?has_content>\E ${types.over(t.actionQuantifier)} : </#if>${calls?join(" \\/ ")}
</#list>
<@memory.next/>

Spec == Init /\ [][Next]_vars

<#if spec.liveness?has_content>
<#function anywhere t name>
<#return t.fairness.somewhere?has_content?then("\\E " + types.over(t.fairness.somewhere) + " : ", "") + t.variable + name + t.parameters>
</#function>
<#function not t name>
<#return "~" + t.fairness.somewhere?has_content?then("(" + anywhere(t, name) + ")", anywhere(t, name))>
</#function>
\* A thread that has begun and can continue does so eventually. No thread is required to start<#if facts.hasDeferred>, but a run that somebody has asked for</#if>.<#if threads?filter(t -> t.goesOn?has_content && t.fairness.turns)?has_content> Who waits for a lock keeps its turn while something else has its CPU.</#if>
Fairness ==
<#list threads?filter(t -> t.goesOn?has_content) as t>
  /\ <#if t.fairness.instances?has_content>\A ${types.over(t.fairness.instances)} : </#if>${t.fairness.strong?then("SF", "WF")}_vars(${anywhere(t, "_GoesOn")})
</#list>
<#list threads?filter(t -> t.goesOn?has_content && t.fairness.turns) as t>
  /\ <#if t.fairness.instances?has_content>\A ${types.over(t.fairness.instances)} :
       </#if>[]<><#if t.fairness.somewhere?has_content>(${anywhere(t, "_CanRun")})<#else>${anywhere(t, "_CanRun")}</#if> /\ []<>${t.variable}_HasTurn${instances(t)} => []<><<${anywhere(t, "_GoesOn")}>>_vars
</#list>
<@memory.fairness/>

\* The same by its definition, with what ENABLED is: TLC is slow to evaluate that. The configuration
\* substitutes this for Fairness.
FairnessForTLC ==
<#list threads?filter(t -> t.goesOn?has_content) as t>
<#assign goesOn = anywhere(t, "_GoesOn")>
<#if t.moves><#assign goesOn = t.variable + "_Moves" + instances(t)></#if>
  /\ <#if t.fairness.instances?has_content>\A ${types.over(t.fairness.instances)} :
       </#if>${t.fairness.turns?then("<>[]" + not(t, "_CanRun") + " \\/ <>[]" + "~" + t.variable + "_HasTurn" + instances(t), t.fairness.strong?then("<>[]", "[]<>") + not(t, "_CanGoOn"))} \/ []<><<${goesOn}>>_vars
</#list>
<@memory.fairnessForTlc/>

FairSpec == Spec /\ Fairness

</#if>
-----------------------------------------------------------------------------
<#list spec.safety + spec.liveness as p>
\* ${spec.meaning(p)?cap_first}.
<#include "properties/${p}.ftl">

</#list>
<#if spec.recycles>
\* There is an object for the next registration, so that there is any number of these.
EnoughObjects ==
<#if spec.providerIndexed>
  \A p \in Providers : ${layout.among("provider[p].at", spec.taking)} => \E o \in Objects : Free(o)
<#else>
  ${layout.among("provider.at", spec.taking)} => \E o \in Objects : Free(o)
</#if>

</#if>
<#if spec.crowds?has_content>
\* Beyond that, numbers that are given are checked sooner.
FewStates == TLCGet("distinct") <= ${memory.fewStates()}

</#if>
THEOREM Spec => []TypeOK

<@memory.limits/>
<#if spec.numbers.isPresent()>
<#include "numbers.ftl">

</#if>
<@memory.view/>
<#if spec.symmetricSets?has_content>
Symmetry == ${spec.symmetricSets?map(s -> "Permutations(" + s + ")")?join(" \\cup ")}
</#if>
=============================================================================
