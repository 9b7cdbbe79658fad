<@memory.awaitEnd/>
