<#if action.handler><@memory.readUnlock/><@memory.interruptReturns/></#if>${action.leaveSection()}<#t>
