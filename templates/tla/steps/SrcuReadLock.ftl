<#-- Where the thread stands tells that the section is open. -->
<#if action.beginsDomain(step.domain)><@memory.readLock step.domain/></#if>
