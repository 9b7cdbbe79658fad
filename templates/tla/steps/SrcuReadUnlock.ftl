<#if action.leaves><@memory.readUnlock step.section.domain/></#if>${action.leave(step.section)}<#t>
