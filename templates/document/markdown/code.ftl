<#-- The fence is longer than any run of backticks within. -->
<#assign fence = markup.fence(it.lines)>
${fence}${it.language}
<#list markup.code(it.lines) as line>
${line}
</#list>
${fence}
