<#if action.sections.ends><@memory.readUnlock/></#if>${action.sections.leave()}
