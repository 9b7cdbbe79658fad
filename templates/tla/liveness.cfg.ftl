\* Without symmetry, which is unsound for liveness.
SPECIFICATION FairSpec
<#include "constants.ftl">
  Fairness <- FairnessForTLC
PROPERTIES
<#list spec.liveness as p>
  ${p}
</#list>
<@memory.viewConfigured liveness=true/>
<@memory.limitsConfigured/>
<#if spec.numbers.isPresent()>
INVARIANT NumbersWithinBounds
</#if>
CHECK_DEADLOCK FALSE
