<@memory.branched/>
