<#-- Strategies and their properties as a table. -->
<#macro table head rows align="---">
| ${head?map(h -> md.text(h))?join(" | ")} |
|<#list head as h><#if h?is_first> --- |<#else> ${align} |</#if></#list>
<#list rows as row>
| ${row?map(cell -> md.text(cell))?join(" | ")} |
</#list>
</#macro>
<#macro matrix_table>
<@table ["strategy"] + matrix.columns?map(c -> c.head) + ["states"]
        matrix.rows?map(row -> [row.name] + row.cells + [row.states]) ":-:"/>

${matrix.key?join(", ")}.
<#list matrix.columns as c>**${c.head}**: ${c.name}<#sep>, </#sep></#list>.

<#list matrix.remarks as line>
- ${md.text(line)}
<#if line?is_last>

</#if>
</#list>
${matrix.bounds?cap_first}; ${md.text(matrix.summary)}.
</#macro>
<#macro race_text race level>
${""?left_pad(level, "#")} ${md.text(race.title)}

${md.fenced("", race.text)}
</#macro>
