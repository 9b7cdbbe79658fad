<#-- The thread's position shows that the section is open. -->
<#if action.beginsSection><@memory.readLock step.section.domain/></#if>
