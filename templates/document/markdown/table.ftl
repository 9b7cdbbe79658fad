<#-- A table of GitHub Flavored Markdown. -->
| ${it.head?map(c -> markup.text(c))?join(" | ")} |
| ${it.head?map(c -> "---")?join(" | ")} |
<#list it.rows as row>
| ${row?map(c -> markup.text(c))?join(" | ")} |
</#list>
