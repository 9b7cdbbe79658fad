<#-- Nobody runs what a module has before it is loaded. -->
<@action.condition>\${facts.module?then("A", "E")} o \in Objects : ${action.recycles?then("Free(o)", "life[o] = \"raw\"")}</@action.condition>
${action.bind("obj", "NextObject")}
<#if action.recycles && action.retires>${action.note("retired", "retired \\ {NextObject}")}</#if>
<@memory.initialise/>
