<@memory.switchOff/>
