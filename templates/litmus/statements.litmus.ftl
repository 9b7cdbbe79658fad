<#-- Statements of C, each on a line of its own. -->
<#macro statements all depth>
<#list all as one>
<@statement one depth/>
</#list>
</#macro>

<#macro statement one depth>
<#local indent><#list 1..depth as i>	</#list></#local>
<#if one.if>
${indent}if (${one.text()}) {
<@statements one.first() depth + 1/>
<#if one.second()?has_content>
${indent}} else {
<@statements one.second() depth + 1/>
</#if>
${indent}}
<#else>
${indent}${one.text};
</#if>
</#macro>
