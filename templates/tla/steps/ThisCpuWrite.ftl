<@memory.store "once"/>
