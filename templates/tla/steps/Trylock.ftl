<#if step.kind.ofModule>
  <@action.either>
    <@action.way>
      ${action.require(action.sections.going)}
      ${action.bind(step.local, "0")}
      <@memory.nothingFound/>
      ${action.outcomes()}
    </@action.way>
    <@action.way>
      ${action.require(action.sections.loaded)}
      ${action.bind(step.local, "1")}
      <@memory.nothingFound/>
      <@memory.modulePinned/>
      ${action.outcomes()}
    </@action.way>
  </@action.either>
<#elseif step.kind.mayFailAtAnyTime()>
  <@action.either>
    <@action.way>
      ${action.bind(step.local, "0")}
      <@memory.nothingFound/>
      ${action.outcomes()}
    </@action.way>
    <@action.way>
      ${action.bind(step.local, "1")}
      <@memory.nothingFound/>
      ${action.sections.others()}<@memory.attempt/>
    </@action.way>
  </@action.either>
<#else>
  <@memory.tryLock/>
</#if>
