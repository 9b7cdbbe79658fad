<@memory.line/>
