SPECIFICATION Spec
<#if declare.constants?has_content>
CONSTANTS
<#list declare.constants?keys as c>
  ${c} = ${c}
</#list>
</#if>
INVARIANT Reported
\* A test has ended when no process can continue.
CHECK_DEADLOCK FALSE
