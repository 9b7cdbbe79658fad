SPECIFICATION Spec
<#include "constants.ftl">
<#if spec.safety?has_content>
INVARIANTS
<#list spec.safety as p>
  ${p}
</#list>
</#if>
<#if spec.symmetricSets?has_content>
SYMMETRY Symmetry
</#if>
<@memory.viewConfigured/>
<@memory.limitsConfigured/>
\* Every way of getting stuck is a property of its own.
CHECK_DEADLOCK FALSE
