<#-- Two strategies beside each other. -->
${style.wrap(comparison.title)}

<#list comparison.verdicts as line>
${style.wrap(line)}
</#list>
<#list comparison.states as line>
${style.wrap(line)}
</#list>

<#list comparison.costs.rows as row>
${style.wrap(row[0] + ": " + row[1])}
<#list 2..4 as i>
${style.wrap("  " + comparison.costs.head[i] + ": " + row[i])}
</#list>
</#list>
<#list comparison.races as race>

${style.wrap(race.title)}

${race.text?replace("\\s+$", "", "r")}
</#list>
