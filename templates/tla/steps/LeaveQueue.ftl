<@memory.leaveQueue/>
