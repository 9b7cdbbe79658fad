<@memory.wakeUp/>
