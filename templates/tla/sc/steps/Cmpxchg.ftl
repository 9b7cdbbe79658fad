<#import "../memory.ftl" as memory>
<@memory.dereferencing step.location>
<#assign cell = memory.cell(step.location), expected = action.operand(step.expected)>
<@memory.write step.location "IF " + cell + " = " + expected + " THEN " + action.operand(step.value) + " ELSE " + cell/>
${action.bind(step.local.get(), cell)}<#t>
<#if action.loadsPointer(step.local.get())>${action.staleness(cell)}</#if><#t>
${action.outcomes()}
</@memory.dereferencing>
