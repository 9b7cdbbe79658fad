<@memory.postponed/>${action.postpone()}<#t>
