<#-- The thread's position shows that the section is open. -->
<#if action.sections.begins><@memory.readLock/></#if>
