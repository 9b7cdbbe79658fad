<@memory.postponed/>${action.postpone()}
