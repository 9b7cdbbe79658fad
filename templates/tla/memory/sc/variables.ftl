<#import "../../types.ftl" as types>
<#if facts.litmus>
  <#list declare.globals as g>${declare.constant(g.identifier, "the address of " + g.name)}</#list>
  <#if declare.globals?has_content>
    ${declare.variable("memory", "what each variable holds", "(" + declare.globals?map(g -> g.identifier + " :> " + g.initial)?join(" @@ ") + ")")}
  </#if>
</#if>
<#if !facts.litmus>
  <#list declare.globals as g>${declare.variable(g.identifier, g.comment, g.initial, g.identifier + " \\in " + types.set(g.values))}</#list>
  <#list declare.perCpus as v>${declare.variable(v.identifier, v.comment, "[c \\in CPUs |-> " + v.initial + "]", v.identifier + " \\in " + types.functions("CPUs", types.set(v.values)))}</#list>
  <#list declare.arrays as a>${declare.variable(a.identifier, a.comment, "[i \\in " + types.indices(a) + " |-> " + types.element(a, "i") + "]", a.identifier + " \\in " + types.functions(types.indices(a), types.set(a.values)))}</#list>
  <#list declare.members as m>${declare.variable(m.identifier, "of each object: " + m.comment, "[o \\in Objects |-> Uninitialised]", m.identifier + " \\in " + types.functions("Objects", types.set(m.values)))}</#list>
  <#list declare.sites as s>${declare.variable(s.identifier, "what the call site of " + s.name + " is patched to; NULL: nobody's callback", "NULL", s.identifier + " \\in Objects \\cup {NULL}")}</#list>
</#if>
<#list declare.locks as l>
  <#if facts.isOfObjects(l.name)>
    ${declare.variable(l.identifier, "of each object: " + l.comment, "[o \\in Objects |-> FALSE]", l.identifier + " \\in [Objects -> BOOLEAN]")}
  <#else>
    ${declare.variable(l.identifier, l.comment, "FALSE", l.identifier + " \\in BOOLEAN")}
  </#if>
</#list>
<#if !facts.litmus>
  ${declare.variable("life", "of each object: \"raw\", then \"live\", then \"torn down\"", "[o \\in Objects |-> \"raw\"]", "life \\in [Objects -> {\"raw\", \"live\", \"torn down\"}]")}
</#if>
