<#import "parts.ftl" as parts>
${declare.title("weak (the Linux kernel memory model, as a machine with views)")}
${declare.dependencies(parts.nothing)}
<#-- Where each location has one writer, its stores come in order anyway; a release waits for all that was loaded. -->
${declare.storesDepend(!facts.onlyPublishes && (!parts.inOrder || parts.pushing || facts.forwards))}
${declare.early()}
<#if facts.reduced && !facts.litmus>${declare.viewed()}</#if>
<#-- With more than one thread to order everything, it matters who does so first. -->
<#if (facts.fencers > 1)>
  <#list ["SmpMb", "Begin", "RcuReadLock", "SrcuReadLock", "PreemptDisable", "LocalBhDisable", "LocalIrqDisable", "LocalIrqSave"] as step>${declare.access(step)}</#list>
<#elseif parts.pushing>
  ${declare.access("SmpMb")}
</#if>
<#if parts.lockHistory>${declare.access("SpinUnlock")}</#if>
