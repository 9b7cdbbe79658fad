<#-- Where the thread stands tells that the section is open. -->
<#if action.teller?has_content><@memory.told action.teller/></#if>
<#if action.handler><@memory.interrupt/><@memory.readLock/></#if>
