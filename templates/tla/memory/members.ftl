<#-- Continues where nothing is wrong; anywhere else the fault is recorded and the run ends. -->
<#macro sound misuse>
  <@action.either>
    <@action.way>
      ${action.assume(action.different(misuse, "{}"))}${action.fault(misuse)}
      ${action.oops()}
    </@action.way>
    <@action.way>
      <@action.condition>${misuse} = {}</@action.condition>
      <#nested>
    </@action.way>
  </@action.either>
</#macro>

<#-- What a member held before it was initialised must not be read: no value of its type is known of it. -->

<#-- Continues with a value that was read there; without one, the fault is recorded and the run ends. -->
<#macro initialised location value>
  <#if location.class.simpleName == "Member">
    <@action.either>
      <@action.way>
        ${action.assume(action.equal(value, "Uninitialised"))}${action.fault("{\"use before initialisation\"}")}
        ${action.oops()}
      </@action.way>
      <@action.way>
        <@action.condition>${value} # Uninitialised</@action.condition>
        <#nested>
      </@action.way>
    </@action.either>
  <#else>
    <#nested>
  </#if>
</#macro>
