<@memory.fence "wmb"/>
