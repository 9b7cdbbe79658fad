<#import "parts.ftl" as parts>
${declare.title("weak (the Linux kernel memory model, as a machine with views)")}
${declare.dependencies(parts.nothing)}
<#-- Where each location has one writer, its stores come in order anyway; a release waits for all that was loaded. -->
${declare.storesDepend(!facts.onlyPublishes && (!parts.inOrder || parts.pushing || facts.forwards))}
${declare.early()}
<#if facts.reduced && !facts.litmus>${declare.viewed()}</#if>
<#-- What others must respect later is an action of its own; why, and when not: docs/decisions/0003. -->
<#if parts.pushing>${declare.access("SmpMb")}</#if>
<#if parts.ending>${declare.sectionsLearn()}${declare.sectionsTell()}${declare.loadsCanWait()}</#if>
<#if parts.lockHistory>${declare.access("SpinUnlock")}</#if>
