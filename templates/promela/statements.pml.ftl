<#--
  A place in a process: what may happen there, each in one step.
-->
<#macro block b>
${b.label}:	/* ${b.comment} */
<#if b.branches?size == 0>
	false;
<#elseif b.branches?size == 1>
	atomic {
		${b.branches[0].guard};
<@statements b.branches[0].then 2/>
	};
<#else>
	if
<#list b.branches as branch>
	:: atomic {
		${branch.guard};
<@statements branch.then 2/>
	   }
</#list>
	fi;
</#if>
</#macro>

<#macro statements all depth>
<#list all as one>
<@statement one depth/><#sep>;
</#sep>
</#list>

</#macro>

<#macro statement one depth>
<#local indent><#list 1..depth as i>	</#list></#local>
<#if one.choice>
${indent}if
<#list one.branches as branch>
${indent}:: ${branch.guard} ->
<@statements branch.then depth + 1/>
</#list>
${indent}fi<#rt>
<#else>
${indent}${one.text}<#rt>
</#if>
</#macro>
