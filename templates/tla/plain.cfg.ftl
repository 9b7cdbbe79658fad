\* Where others need not stay behind, for what holds beside an oops.
SPECIFICATION Spec
<#include "constants.ftl">
<#list spec.crowds?filter(c -> c.quiet) as c>
  ${c.without()} <- ${c.without()}_Plain
</#list>
<#if spec.safety?has_content>
INVARIANTS
<#list spec.safety as p>
  ${p}
</#list>
</#if>
<#if spec.options.registrations().any()>
INVARIANT EnoughObjects
</#if>
<#if spec.crowds?has_content>
INVARIANT FewStates
</#if>
\* Deadlocks are checked by properties of their own.
CHECK_DEADLOCK FALSE
