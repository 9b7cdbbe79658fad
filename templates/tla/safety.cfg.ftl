SPECIFICATION Spec
<#include "constants.ftl">
<#if spec.safety?has_content>
INVARIANTS
<#list spec.safety as p>
  ${p}
</#list>
</#if>
<#if spec.recycles>
INVARIANT EnoughObjects
</#if>
<#if spec.crowds?has_content>
INVARIANT FewStates
</#if>
<#if spec.symmetricSets?has_content>
SYMMETRY Symmetry
</#if>
<@memory.viewConfigured/>
<@memory.limitsConfigured/>
<#if spec.numbers.isPresent()>
INVARIANT NumbersWithinBounds
</#if>
\* Deadlocks are checked by properties of their own.
CHECK_DEADLOCK FALSE
