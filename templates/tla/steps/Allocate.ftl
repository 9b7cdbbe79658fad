<@action.either>
  <@action.way>
    ${action.bind(step.local, "NULL")}
    <@memory.nothingFound/>
    ${action.outcomes()}
  </@action.way>
  <@action.way>
    <@action.condition>\E o \in Objects : ${action.recycles?then("Free(o)", "life[o] = \"raw\"")}</@action.condition>
    ${action.bind(step.local, "NextObject")}
    <#if action.recycles && action.retires>${action.note("retired", "retired \\ {NextObject}")}</#if>
    <@memory.allocate/>
  </@action.way>
</@action.either>
