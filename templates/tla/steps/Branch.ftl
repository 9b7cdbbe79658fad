<@memory.branched/><#t>
