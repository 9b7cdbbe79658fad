<#-- What one strategy costs: a line for each function and situation. -->
<#list page.lines as line>
  ${line.who?right_pad(page.whoWidth())}  ${line.when?right_pad(page.whenWidth())}  ${line.cost}
</#list>

<#list page.notes as note>
${note}
</#list>
