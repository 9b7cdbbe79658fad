<#-- What becomes of objects: they are initialised, allocated, torn down. -->

<#-- A store of the provider's to what is its own: it comes last. -->
<#macro own l value>
  <#local m = message(l, value, "once", [], [])>
  ${action.remember("Write(" + action.memory + ", " + action.agent + ", " + l + ", Len(" + action.memory + ".history[" + l + "]) + 1, " + m + ")")}
</#macro>

<#macro initialise>
  <#if action.recycles>${action.remember("Renewed(" + action.memory + ", NextObject)")}</#if>
  <@own "NextObject" "\"live\""/>
  <#list action.members as member>
    <#local l = "<<" + action.member(member.name) + ", NextObject>>">
    <#if member.choices?has_content>
      <#local held = action.choose("value", "{" + action.values(member.choices)?join(", ") + "}")>
      <@own l held/>
    <#elseif member.initial.isPresent()>
      <@own l action.value(member.initial.get())/>
    </#if>
  </#list>
    ${action.outcomes()}
</#macro>

<#macro nothingFound>
  <#if action.order.tracks(step.local)>${action.order.depends(step.local, parts.nothing)}</#if>
</#macro>

<#macro allocate>
  <@nothingFound/>
  <#if action.recycles>${action.remember("Renewed(" + action.memory + ", NextObject)")}</#if>
  <@own "NextObject" "\"live\""/>
  <#list step.contents as member, value>
    <@own "<<" + action.member(member) + ", NextObject>>" action.value(value)/>
  </#list>
    ${action.outcomes()}
</#macro>

<#macro tearDown object>
  <@own object "\"torn down\""/>
    ${action.outcomes()}
</#macro>
