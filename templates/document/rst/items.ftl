<#list it.texts as text>
- ${markup.text(text)}
</#list>
