<@memory.arm/>
