<#import "../memory.ftl" as memory>
<@memory.dereferencing step.location>
<@memory.write step.location action.operand(step.value)/>
${action.bind(step.local.get(), memory.cell(step.location))}<#t>
<#if action.loadsPointer(step.local.get())>${action.staleness(memory.cell(step.location))}</#if><#t>
${action.outcomes()}
</@memory.dereferencing>
