<#-- Sequential consistency: one memory; a store is seen by everybody as soon as it is made. -->

<#-- The cell of memory that a location names. -->
<#function cell location>
  <#local name = location.class.simpleName>
  <#if name == "Global"><#return action.identifier(location.name)></#if>
  <#if name == "ThisCpu"><#return action.identifier(location.name) + "[" + action.cpu + "]"></#if>
  <#if name == "OfCpu"><#return action.identifier(location.name) + "[" + action.value(location.cpu) + "]"></#if>
  <#return action.member(location.name) + "[" + action.value(location.object) + "]">
</#function>

<#-- The conjunct that writes a value to a location. -->
<#function stored location value>
  <#local name = location.class.simpleName>
  <#if name == "Global"><#return action.identifier(location.name) + "' = " + value></#if>
  <#local variable = (name == "Member")?then(action.member(location.name), action.identifier(location.name))>
  <#local index = cell(location)?keep_after("[")?keep_before_last("]")>
  <#return variable + "' = [" + variable + " EXCEPT ![" + index + "] = " + value + "]">
</#function>

<#-- Using a member is a dereference: an oops when the object is not there. -->
<#macro dereferencing location content=true>
  <#if location.class.simpleName == "Member">
    <#local object = action.value(location.object)>
    <#local misuse = content?then(
        "MemberMisuse(" + object + ", " + action.member(location.name) + ")",
        "Misuse(" + object + ")")>
    <#local wrong = action.fork()>
    ${wrong.assume(misuse + " # {}")}${wrong.fault(misuse)}<#t>
/\ \/ ${action.indent(wrong.oops(), 6)?trim}
   \/ /\ ${misuse} = {}
      <#local inner><#nested></#local>${action.indent(inner?trim, 6)?trim}
  <#else>
<#nested>
  </#if>
</#macro>

<#-- Of a member the store is part of the way on: where there is no object, nothing is stored. -->
<#macro write location value>
  <#if location.class.simpleName == "Member">
    ${action.effect(stored(location, value))}<#t>
  <#else>
/\ ${stored(location, value)}
  </#if>
</#macro>

<#macro load>
  <@dereferencing step.location>
    <#local value = cell(step.location)>
    ${action.bind(step.local, value)}<#t>
    <#if action.loadsPointer(step.local)>${action.staleness(value)}</#if><#t>
${action.outcomes()}
  </@dereferencing>
</#macro>

<#macro store>
  <@dereferencing step.location, false>
<@write step.location action.operand(step.value)/>
${action.outcomes()}
  </@dereferencing>
</#macro>
