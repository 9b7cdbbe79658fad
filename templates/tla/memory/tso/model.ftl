${declare.title("tso (x86: each CPU has a store buffer)")}
<#-- What drains the buffer is seen by others, and so is what a grace period waits for: docs/decisions/0003. -->
${declare.access("SmpMb")}
${declare.access("MutexUnlock")}
<#if facts.handlersStore>${declare.access("End")}</#if>
<#if facts.sectionsStore>${declare.sectionsTell()}</#if>
