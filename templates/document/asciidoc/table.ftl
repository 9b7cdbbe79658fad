<#-- Every cell on a line of its own: what stands before a bar in a line would say how the cell looks. -->
[%header%autowidth,cols="${it.head?size}*"]
|===
<#list [it.head] + it.rows as row>
<#list row as c>
| ${markup.text(c)}
</#list>

</#list>
|===
