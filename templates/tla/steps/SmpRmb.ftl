<@memory.fence "rmb"/>
