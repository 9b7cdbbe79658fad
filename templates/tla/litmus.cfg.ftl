SPECIFICATION Spec
<#if spec.constants?has_content>
CONSTANTS
<#list spec.constants?keys as c>
  ${c} = ${c}
</#list>
</#if>
INVARIANT Told
\* A test is at its end when nobody can go on.
CHECK_DEADLOCK FALSE
