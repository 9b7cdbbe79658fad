<#-- Every cell on a line of its own: text before a bar in a line would set the format of the cell. -->
[%header%autowidth,cols="${it.head?size}*"]
|===
<#list [it.head] + it.rows as row>
<#list row as c>
| ${markup.text(c)}
</#list>

</#list>
|===
