<#import "parts.md.ftl" as parts>
<#-- Two strategies beside each other, for a pull request. -->
## ${md.text(comparison.title)}

<#list comparison.verdicts + comparison.states as line>
- ${md.text(line)}
</#list>

<@parts.table comparison.costs.head comparison.costs.rows/>
<#list comparison.races as race>

<@parts.race_text race 3/>
</#list>
