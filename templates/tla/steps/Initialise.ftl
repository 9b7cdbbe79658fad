/\ \E o \in Objects : life[o] = "raw"
${action.bind("obj", "NextObject")}<#t>
<@memory.initialise/>
