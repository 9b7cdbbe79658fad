<#import "parts.md.ftl" as parts>
<#-- What fits into a comment on a pull request. -->
## quiesce

<@parts.matrix_table/>
<#list races as race>

<@parts.race_text race 3/>
</#list>
