<#list rows as row>
    ${row.remark}<#list row.cells as cell>${cell}</#list>
</#list>

    ${outcome?join("\n    ")}

<#list lines as line>
    ${line.number?string?left_pad(4)}: ${line.text?join("\n          ")}
</#list>
