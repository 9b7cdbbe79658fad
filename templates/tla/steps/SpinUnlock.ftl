<@memory.unlock/><#if action.leaves><@memory.readUnlock/></#if>${action.leaveSection()}<#t>
