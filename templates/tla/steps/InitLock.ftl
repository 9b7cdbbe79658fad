<@memory.initLock/>
