<@memory.hand/>
