<#if action.sections.ends><@memory.readUnlock step.section.domain/></#if>${action.sections.leave(step.section)}
