<#-- What follows the rows of a matrix; all of it is as narrow as it has to be. -->

${key}

<#list legend as line>
  ${line?join("")}
</#list>

<#list remarks as line>
${line}
<#if line?is_last>

</#if>
</#list>
${bounds}
${summary}
