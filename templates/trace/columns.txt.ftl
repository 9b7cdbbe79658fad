<#list rows as row>
    ${row.remark}<#list row.cells as cell>${cell}</#list>
</#list>

    *** ${outcome} ***

<#list lines as line>
    ${line.number?string?left_pad(4)}: ${line.text}
</#list>
