<#if action.leavesDomain(step.domain)><@memory.readUnlock step.domain/></#if>${action.leaveDomain(step.domain)}<#t>
