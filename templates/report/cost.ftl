<#-- What one strategy costs: a line for each function and situation, at most 100 columns wide. -->
<#assign margin = ""?right_pad(6 + page.whoWidth + page.whenWidth)>
<#list page.lines as line>
  ${line.who?right_pad(page.whoWidth)}  ${line.when?right_pad(page.whenWidth)}  ${line.cost?join("\n" + margin)}
</#list>

<#list page.notes as note>
${note}
</#list>
