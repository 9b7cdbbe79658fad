<@memory.fence "mb"/>
