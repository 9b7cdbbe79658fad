<@memory.unlock/>
