ACTION_CONSTRAINT AsScheduled
CONSTANTS
<#list individuals as i>
  ${i} = ${i}
</#list>
