<@action.condition>\E o \in Objects : life[o] = "raw"</@action.condition>
${action.bind("obj", "NextObject")}
<@memory.initialise/>
