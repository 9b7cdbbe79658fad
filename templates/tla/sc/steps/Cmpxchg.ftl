<#import "../memory.ftl" as memory>
<@memory.dereferencing step.location>
<#assign cell = memory.cell(step.location), expected = action.value(step.expected)>
/\ ${memory.stored(step.location, "IF " + cell + " = " + expected + " THEN " + action.value(step.value) + " ELSE " + cell)}
${action.bind(step.local, cell)}<#t>
<#if action.loadsPointer(step.local)>${action.staleness(cell)}</#if><#t>
${action.outcomes()}
</@memory.dereferencing>
