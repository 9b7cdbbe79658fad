<@memory.lock/>
