<#import "parts.md.ftl" as parts>
<#-- Everything, in one file. -->
# Strategies of registering callbacks

<@parts.matrix_table/>
<#if costs.rows?has_content>

## What they cost

<@parts.table costs.head costs.rows/>
<#list costs.notes as note>
<#if note?is_first>

</#if>
- ${md.text(note)}
</#list>
</#if>
<#list chapters as c>

## ${md.text(c.name)}<#if c.title?has_content>: ${md.text(c.title)}</#if>

<#if c.question?has_content>
Question: ${md.text(c.question)}

</#if>
<#if c.origin?has_content>
Source: ${md.text(c.origin)}

</#if>
${md.fenced("c", c.code)}

<@parts.table ["property", "says"] + c.memories c.rows?map(row -> [row.property, row.meaning] + row.cells)/>

<#list c.remarks as line>
- ${md.text(line)}
<#if line?is_last>

</#if>
</#list>
${matrix.bounds?cap_first}.
<#list c.races as race>

<@parts.race_text race 3/>
</#list>
</#list>

## Generated specifications
<#list chapters as c>
<#list c.modules as module>

### ${md.text(c.name)} (${module.memory})

${md.fenced("tla", module.text)}
</#list>
</#list>
