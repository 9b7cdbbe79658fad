<#-- Without callouts: C has <1> of its own. -->
<#if it.language == "mermaid">
[mermaid]
<#elseif it.language == "text">
[listing,subs="specialchars"]
<#else>
[source,${it.language},subs="specialchars"]
</#if>
<#assign fence = markup.fence(it.lines)>
${fence}
<#list markup.code(it.lines) as line>
${line}
</#list>
${fence}
