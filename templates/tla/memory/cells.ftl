<#-- Memory in which every store is seen at once: all of it under sc, and what one CPU alone uses. -->

<#-- The variable that holds a location, and the location's place in it, if it has others. -->
<#function variable location>
  <#local name = location.class.simpleName>
  <#if name == "Pointee" || facts.litmus && name == "Global"><#return "memory"></#if>
  <#if name == "Member"><#return action.member(location.name)></#if>
  <#return action.identifier(location.name)>
</#function>
<#function index location>
  <#local name = location.class.simpleName>
  <#if name == "Global"><#return facts.litmus?then(action.identifier(location.name), "")></#if>
  <#if name == "Pointee"><#return action.value(location.pointer)></#if>
  <#if name == "ThisCpu"><#return action.cpu></#if>
  <#if name == "OfCpu"><#return action.value(location.cpu)></#if>
  <#if name == "Element"><#return action.value(location.index)></#if>
  <#return action.value(location.object)>
</#function>

<#-- The cell of memory that a location names. -->
<#function cell location>
  <#local i = index(location)>
  <#return variable(location) + i?has_content?then("[" + i + "]", "")>
</#function>

<#-- Writes a value to a location. -->
<#macro store location value>
  <#local i = index(location), v = variable(location)>
  <#if i?has_content>${action.put(v, i, value)}<#else><@action.update variable=v>${value}</@action.update></#if>
</#macro>

<#-- An element that the array does not have: what is there instead, nobody knows. -->
<#macro within location>
  <#local i = action.value(location.index), indices = "0.." + (location.size - 1)>
  <#if location.within>
    <#nested>
  <#else>
    <@action.either>
      <@action.way>
        ${action.assume(action.outside(i, indices))}${action.fault("{\"index out of bounds\"}")}
        ${action.oops()}
      </@action.way>
      <@action.way>
        <@action.condition>(${i}) \in ${indices}</@action.condition>
        <#nested>
      </@action.way>
    </@action.either>
  </#if>
</#macro>
