<#-- An object ends: nobody must be inside of its callbacks. -->

<#macro ends object>
  <#local inUse = "InUse(" + object + ")", misuse = "{\"use after teardown\"}">
  <#-- Who holds its lock has still to release it. -->
  <#list facts.locksOfObjects as lock>
    ${action.faultIf(memory.leftHeld(memory.part(action.identifier(lock), object)), misuse)}
  </#list>
  <#if action.users.spare>
    <@action.either>
      <@action.way>
        ${action.assume(inUse)}${action.fault(misuse)}
        <@memory.tearDown object/>
      </@action.way>
      <@action.way>
        ${action.users.absent(object)}
        <@memory.tearDown object/>
      </@action.way>
    </@action.either>
  <#else>
    <#if action.users.there>${action.faultIf(inUse, misuse)}</#if>
    <@memory.tearDown object/>
  </#if>
</#macro>
