<#import "../../types.ftl" as types>
<#list declare.globals as g>${declare.constant(g.identifier, "the address of " + g.comment?has_content?then(g.comment, g.name))}</#list>
<#list declare.perCpus as v>
  <#if facts.isPrivate(v.name)>
    ${declare.variable(v.identifier, v.comment, "[c \\in CPUs |-> " + v.initial + "]", v.identifier + " \\in " + types.functions("CPUs", types.set(v.values)))}
  <#else>
    ${declare.constant(v.identifier, "the address, on each CPU, of " + v.comment)}
  </#if>
</#list>
<#list declare.arrays as a>${declare.constant(a.identifier, "the address of " + a.comment)}</#list>
<#list declare.members as m>${declare.constant(m.identifier, "the offset of " + m.comment)}</#list>
<#list declare.sites as s>${declare.constant(s.identifier, "the call site of " + s.name)}</#list>
<#list declare.locks as l>${declare.constant(l.identifier, facts.words(l.name).isPresent()?then(l.comment, "a lock"))}</#list>
${declare.variable("memory", "stores, and what everybody knows of them", "Untouched", "MemoryOK")}
