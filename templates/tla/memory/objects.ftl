<#-- What each object has one of. -->

<#-- What is in an object is there as long as the object is. -->
<#macro ofObject object>
  <#if object.isPresent()>
    <@touching object.get()><#nested></@touching>
  <#else>
    <#nested>
  </#if>
</#macro>

<#-- The object whose function runs: any that it is due for. -->
<#macro chosen>
  <#if step.of.object().isPresent()>
    <@action.exists variable="o" set="Objects">
      ${action.bind(step.writes().get(), "o")}
      <#nested>
    </@action.exists>
  <#else>
    <#nested>
  </#if>
</#macro>

<#-- Where the kernel keeps whether a run is due, in progress, or not to be asked for. -->
<#function pendingOf of><#return action.lock(of.pending(), of.object())></#function>
<#function runningOf of><#return action.lock(of.running(), of.object())></#function>
<#function offOf of><#return action.lock(of.off(), of.object())></#function>
