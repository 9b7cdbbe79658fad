<@memory.callSlot/>
