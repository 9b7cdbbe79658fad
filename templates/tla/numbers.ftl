<#-- A number that grows without end would make states without end. -->
<#assign numbers = spec.numbers.get(), range = "(-" + numbers.most + ".." + numbers.most + ")">
\* A number that grows without end would make states without end: no pass is one that gets here.
NumbersWithinBounds ==
<#list declare.globals?filter(g -> g.initial?matches("-?\\d+")) as g>
  /\ ${memory.newest(g.identifier)} \in ${range}
</#list>
<#list declare.perCpus?filter(v -> v.initial?matches("-?\\d+")) as v>
  /\ \A c \in CPUs : ${facts.isPrivate(v.name)?then(v.identifier + "[c]", memory.newest(memory.part(v.identifier, "c")))} \in ${range}
</#list>
<#list declare.arrays?filter(a -> a.elements()[0]?matches("-?\\d+")) as a>
  /\ \A i \in ${types.indices(a)} : ${memory.newest(memory.part(a.identifier, "i"))} \in ${range}
</#list>
<#list numbers.members as x>
  /\ \A o \in Objects : ${memory.newest(memory.part(x, "o"))} \in ${range} \cup {Uninitialised}
</#list>
<#list numbers.locals as x>
  /\ <#if x.index?has_content>\A ${x.index} \in ${x.set} : </#if>${x.field} \in ${range} \cup {NULL}
</#list>
  /\ TRUE
