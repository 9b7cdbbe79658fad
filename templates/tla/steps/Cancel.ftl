<@memory.cancel/>
