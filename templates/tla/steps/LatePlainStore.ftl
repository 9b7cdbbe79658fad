<@memory.lateStore/>
