<#-- One strategy: a line for each property. -->
${page.name}<#if page.title?has_content>: ${page.title}</#if>

<#list page.lines as line>
  ${line.mark}${line.property}  ${line.text?join("\n" + ""?right_pad(10 + line.property?length))}
</#list>

<#list page.neverTaken as line>
${line}
<#if line?is_last>

</#if>
</#list>
<#if page.states?has_content>${page.states}; </#if>${page.bounds}
${page.summary}
