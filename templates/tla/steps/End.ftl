<#if action.handler><@memory.readUnlock/><@memory.interruptReturns/></#if>${action.sections.leave()}
