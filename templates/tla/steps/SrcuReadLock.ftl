<#-- Where the thread stands tells that the section is open. -->
<#if action.beginsSection><@memory.readLock step.section.domain/></#if>
