<#if action.knowledge.teller?has_content><@memory.admitted action.knowledge.teller/></#if>
<#if action.handler><@memory.interrupt/><@memory.readLock/></#if>
<#if step.of.kind().isLine()><@memory.strike/><#else><@memory.run/></#if>
