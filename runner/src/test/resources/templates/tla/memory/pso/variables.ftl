<#list declare.globals as g>${declare.constant(g.identifier, "the address of " + g.name)}</#list>
<#list declare.locks as l>${declare.constant(l.identifier, "a lock: 1 when it is held")}</#list>
${declare.variable("memory", "what is stored, and what waits in the store buffers", "Untouched")}
