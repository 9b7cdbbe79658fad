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
<#list declare.locks as l>${declare.constant(l.identifier, facts.words(l.name).isPresent()?then("1 or 0: " + l.comment, "a lock: 1 when " + facts.isReadUnder(l.name)?then("a writer holds it", "it is held")))}</#list>
<#if facts.hasMemory>
  ${declare.variable("memory", "what is stored, and what waits in the store buffers", "Untouched", "MemoryOK")}
</#if>
<#list declare.sites as s>${declare.variable(s.identifier, "what the call site of " + s.name + " is patched to; NULL: nobody's callback", "NULL", s.identifier + " \\in Objects \\cup {NULL}")}</#list>
<#if !facts.litmus>
  ${declare.variable("life", "of each object: \"raw\", then \"live\", then \"torn down\"", "[o \\in Objects |-> \"raw\"]", "life \\in [Objects -> {\"raw\", \"live\", \"torn down\"}]")}
</#if>
