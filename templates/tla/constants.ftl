CONSTANTS
<#if spec.needsCpus>
  CPUs = {${spec.cpus?join(", ")}}
</#if>
<#if spec.needsTasks>
  Tasks = {${spec.tasks?join(", ")}}
</#if>
<#if (spec.providers > 1)>
  Providers = {${spec.providerNames?join(", ")}}
</#if>
  Objects = {${spec.objects?join(", ")}}
<#if spec.needsUninitialised>
  Uninitialised = Uninitialised
</#if>
  NULL = NULL
<#list declare.constants?keys as c>
  ${c} = ${c}
</#list>
