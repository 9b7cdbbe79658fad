\* Without symmetry, which is unsound for liveness.
SPECIFICATION FairSpec
<#include "constants.ftl">
PROPERTIES
<#list spec.liveness as p>
  ${p}
</#list>
<@memory.viewConfigured liveness=true/>
<@memory.limitsConfigured/>
CHECK_DEADLOCK FALSE
