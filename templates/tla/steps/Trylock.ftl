<@memory.tryLock/>
