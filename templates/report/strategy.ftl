<#-- One strategy: the verdict, a line for each property, and what the marks do not say. -->
${page.verdict}

${page.name}

${""?right_pad(page.propertyWidth)}  <#list page.models as m>${m}</#list>
<#list page.rows as row>
${row.property?right_pad(page.propertyWidth)}  <#list row.cells as cell>${cell}</#list>
</#list>

${page.key}

<#list page.details as line>
${line}
<#if line?is_last>

</#if>
</#list>
${page.bounds}
${page.summary}
