<#-- A list table: no cell can be too wide for it. -->
.. list-table::
   :header-rows: 1

<#list [it.head] + it.rows as row>
<#list row as c>
   ${c?is_first?then("*", " ")} - ${markup.text(c)}
</#list>
</#list>
