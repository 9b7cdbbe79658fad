<#-- What a member held before it was initialised must not be read: no value of its type is known of it. -->

<#-- Continues with a value that was read there; without one, the fault is recorded and the run ends. -->
<#macro initialised location value>
  <#if location.class.simpleName == "Member">
    <#local wrong = action.fork()>
    ${wrong.assume(action.equal(value, "Uninitialised"))}${wrong.fault("{\"use before initialisation\"}")}<#t>
/\ \/ ${action.indent(wrong.oops(), 6)?trim}
   \/ /\ ${value} # Uninitialised
      <#local inner><#nested></#local>${action.indent(inner?trim, 6)?trim}
  <#else>
<#nested>
  </#if>
</#macro>
