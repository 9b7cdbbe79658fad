<#-- Where the thread stands tells that the section is open. -->
<#if action.handler><@memory.interrupt/><@memory.readLock/></#if>
