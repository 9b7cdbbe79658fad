<#-- The thread's position shows that the section is open. -->
<#if action.teller?has_content><@memory.admitted action.teller/></#if>
<#if action.handler><@memory.interrupt/><@memory.readLock/></#if>
