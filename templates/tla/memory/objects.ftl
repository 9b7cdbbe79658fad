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

<#-- Where it is kept, of any object o if each has one. -->
<#function ofAny name>
  <#local all = action.identifier(name)>
  <#return facts.isOfObjects(name)?then(part(all, "o"), all)>
</#function>
