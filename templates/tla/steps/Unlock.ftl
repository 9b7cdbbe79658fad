<#if step.kind.ofModule><@memory.moduleReleased/><#else><@memory.unlock/></#if><#if action.sections.ends><@memory.readUnlock/></#if>${action.sections.leave()}
