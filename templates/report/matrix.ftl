<#-- Strategies and their properties, at most 100 columns wide as long as names are short. -->
${""?right_pad(matrix.nameWidth)}  <#list matrix.columns as c>${c.head?right_pad(matrix.cellWidth)}</#list>${"states"?left_pad(9)}
<#list matrix.rows as row>
${row.name?right_pad(matrix.nameWidth)}  <#list row.cells as cell>${cell}</#list>${row.states?left_pad(9)}
</#list>

${matrix.key?join("   ")}

<#list matrix.columns?chunk(2) as pair>
  <#list pair as c>${c.head?right_pad(matrix.headWidth)}${c.name?right_pad(38)}</#list>
</#list>

<#list matrix.unexpected as line>
${line}
<#if line?is_last>

</#if>
</#list>
${matrix.bounds}
${matrix.summary}
