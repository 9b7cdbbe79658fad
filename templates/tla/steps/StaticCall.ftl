<@memory.staticCall/>
