<@memory.rmw/>
