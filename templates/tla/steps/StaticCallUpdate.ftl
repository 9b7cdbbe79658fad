<@memory.staticCallUpdate/>
