<#assign inUse = "InUse(" + action.object + ")", misuse = "{\"use after teardown\"}">
<#if action.users.spare>
  <@action.either>
    <@action.way>
      ${action.assume(inUse)}${action.fault(misuse)}
      <@memory.tearDown/>
    </@action.way>
    <@action.way>
      ${action.users.absent(action.object)}
      <@memory.tearDown/>
    </@action.way>
  </@action.either>
<#else>
  <#if action.users.there>${action.faultIf(inUse, misuse)}</#if>
  <@memory.tearDown/>
</#if>
