---- MODULE ${name} ----
EXTENDS ${module}, Naturals, TLC

CONSTANTS ${individuals?join(", ")}

<#include "moved.ftl">

Schedule == <<
<#list schedule as who>
  ${who}<#sep>,</#sep>
</#list>
>>

\* Each step is made by the one whose turn it is.
AsScheduled == Moved \subseteq Schedule[TLCGet("level")]
====
