<@memory.awaitNone/>
