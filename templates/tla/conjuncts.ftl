<#--
  What an action does: a macro for each kind of conjunct. Lines between the tags of out.aligned begin below the
  first one.
-->
<#macro way way>
  <#local bullet = (way.parts?size == 1)?then("", "/\\ ")>
  <@out.aligned><#list way.parts as part>${bullet}<@mark way.ending(part?index)/><@.vars[part.class.simpleName] part/><#sep>${"\n"}</#list></@out.aligned><#t>
</#macro>

<#-- Where an outcome ends is where TLC counts how often it comes about. -->
<#macro mark ending><#if ending.isPresent()><@out.end outcome=ending.get()/></#if></#macro>

<#macro Condition c><@out.expression of=c.holds/></#macro>

<#macro Update u>${u.variable}' =<@out.value of=u.now/></#macro>

<#macro Unchanged u>UNCHANGED <@out.expression of=u.variables/></#macro>

<#macro Either e>
  <@out.aligned><#list e.ways as w>\/ <@way w/><#sep>${"\n"}</#list></@out.aligned><#t>
</#macro>

<#macro Exists e>
  <@out.aligned>\E ${e.variable} \in <@out.expression of=e.set then=" :"/><@body e.way/></@out.aligned><#t>
</#macro>

<#macro Let l>
  <@out.aligned>LET ${l.name} == <@out.expression of=l.value then=" IN"/><@body l.way/></@out.aligned><#t>
</#macro>

<#-- What a binder encloses: on the same line if it is one assignment, and without a bullet if it is one choice. -->
<#macro body w>
  <#local only = (w.parts?size == 1 && w.end.isEmpty())?then(w.parts[0].class.simpleName, "")>
  <#if only == "Update"> <@Update w.parts[0]/><#elseif only == "Either">${"\n  "}<@Either w.parts[0]/><#else>${"\n  "}<@way w/></#if><#t>
</#macro>
