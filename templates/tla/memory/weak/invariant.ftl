<#-- What holds of memory in every state. -->
<#assign holds = types.cases(declare.globals, declare.perCpus?filter(v -> !facts.isPrivate(v.name)), declare.arrays, declare.members)>
<#assign holds += ["l \\in Objects -> {\"raw\", \"live\", \"torn down\"}"]>
<#list declare.sites as s><#assign holds += ["l = " + s.identifier + " -> Objects \\cup {NULL}"]></#list>
<#if p.lockHistory><#assign holds += ["l \\in " + types.locks(declare.locks) + " -> {0, 1}"]></#if>
\* The values that may be stored at l.
Values(l) ==
  CASE ${holds?join("\n    [] ")}

Views == [Locations -> Nat]

Dependencies == ${p.flooring?then("[view : Views, floor : Views]", "Views")}

<#assign fields = ["id : Nat", "value : Values(l)", "view : Views"] + p.flooring?then(["floor : Views"], []) + p.inOrder?then([], ["exchanged : BOOLEAN"]) + machine.forwards?then(["data : Dependencies", "by : Agents \\cup {" + facts.litmus?then("\"nobody\"", "NULL") + "}"], []) + p.lockHistory?then(["wrote : Views"], []) + machine.hasPlain?then(["plain : BOOLEAN"], [])>
\* The messages that a store to l may make.
Messages(l) == [${fields?join(", ")}]

<#assign unlock = "view : Views, wrote : Views" + p.flooring?then(", floor : Views", "")>
<#assign ok = ["\\A l \\in Locations : \\A i \\in 1..Len(memory.history[l]) :\n       memory.history[l][i] \\in Messages(l)"]>
<#assign parts = ["history"] + each + p.pushing?then(["pushed"], []) + p.locking?then(["unlocked"], []) + (p.locking && !p.lockHistory)?then(["locks"], []) + read?has_content?then(["readers"], []) + p.domains?has_content?then(["begun"], []) + p.ending?then(["ended"], []) + declare.recycles?then(["since"], [])>
<#list each as e><#assign ok += ["memory." + e + " \\in [Agents -> Views]"]></#list>
<#if declare.recycles><#assign ok += ["memory.since \\in Views"]></#if>
<#if p.pushing><#assign ok += ["memory.pushed \\in Views"]></#if>
<#if p.locking><#assign ok += ["memory.unlocked \\in [Agents -> [" + unlock + "]]"]></#if>
<#if p.locking && !p.lockHistory><#assign ok += ["memory.locks \\in [" + types.locks(declare.locks) + " -> [held : BOOLEAN, " + unlock + "]]"]></#if>
<#if read?has_content><#assign ok += ["memory.readers \\in [{" + read?join(", ") + "} -> [view : Views" + p.flooring?then(", floor : Views", "") + "]]"]></#if>
<#if p.domains?has_content><#assign ok += ["memory.begun \\in [{" + domainNames?join(", ") + "} -> Views]"]></#if>
<#if p.ending><#assign ok += ["memory.ended \\in [{" + domainNames?join(", ") + "} -> Views]"]></#if>
<#if declare.agentsInCrowds?has_content>
\* What an agent may know.
Knowledge == [${(each?map(e -> e + " : Views") + p.locking?then(["unlocked : [" + unlock + "]"], []))?join(", ")}]

</#if>
MemoryOK ==
  /\ DOMAIN memory = {${parts?map(x -> "\"" + x + "\"")?join(", ")}}
  /\ DOMAIN memory.history = Locations
<#list ok as o>
  /\ ${o}
</#list>

