<@memory.store "plain"/>
