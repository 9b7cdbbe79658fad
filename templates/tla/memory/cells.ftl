<#-- Memory in which every store is seen at once: all of it under sc, and what one CPU alone uses. -->

<#-- The cell of memory that a location names. -->
<#function cell location>
  <#local name = location.class.simpleName>
  <#if facts.litmus && name == "Global"><#return "memory[" + action.identifier(location.name) + "]"></#if>
  <#if name == "Pointee"><#return "memory[" + action.value(location.pointer) + "]"></#if>
  <#if name == "Global"><#return action.identifier(location.name)></#if>
  <#if name == "ThisCpu"><#return action.identifier(location.name) + "[" + action.cpu + "]"></#if>
  <#if name == "OfCpu"><#return action.identifier(location.name) + "[" + action.value(location.cpu) + "]"></#if>
  <#return action.member(location.name) + "[" + action.value(location.object) + "]">
</#function>

<#-- The conjunct that writes a value to a location. -->
<#function stored location value>
  <#local cell = cell(location)>
  <#if !cell?contains("[")><#return cell + "' = " + value></#if>
  <#local variable = cell?keep_before("["), index = cell?keep_after("[")?keep_before_last("]")>
  <#return variable + "' = [" + variable + " EXCEPT ![" + index + "] = " + value + "]">
</#function>
