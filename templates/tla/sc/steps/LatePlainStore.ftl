<#import "../memory.ftl" as memory>
<@memory.dereferencing step.location, false>
/\ ${memory.stored(step.location, action.value(step.value))}
${action.stay()}
</@memory.dereferencing>
