<@memory.over/>
