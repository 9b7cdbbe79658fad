<@memory.store "release"/>
