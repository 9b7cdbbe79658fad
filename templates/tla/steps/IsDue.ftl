<@memory.isDue/>
