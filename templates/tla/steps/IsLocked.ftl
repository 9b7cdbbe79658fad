<@memory.isLocked/>
