---- MODULE ${name} ----
EXTENDS ${module}, Naturals, TLC

VARIABLES
  lastToMove,   \* who came to another place by the last such step
  switchesMade  \* how often that was somebody else than before

<#include "moved.ftl">

Again == Moved = {} \/ lastToMove = {} \/ Moved = lastToMove

\* Runs as short as the one that is known, with fewer switches, which the same thread ends.
NextWithFewer ==
  /\ TLCGet("level") < ${length?c}
  /\ Next
  /\ lastToMove' = IF Moved = {} THEN lastToMove ELSE Moved
  /\ switchesMade' = IF Again THEN switchesMade ELSE switchesMade + 1
  /\ switchesMade' <= ${most?c}
  /\ TLCGet("level") = ${length?c} - 1 => \A m \in Moved : m[1] = "${last}"

SpecWithFewer ==
  /\ Init /\ lastToMove = {} /\ switchesMade = 0
  /\ [][NextWithFewer]_<<vars, lastToMove, switchesMade>>
<#if view?has_content>

ViewWithSwitches == <<${view}, lastToMove, switchesMade>>
</#if>

\* A search need not come to its end.
FewToSearch == TLCGet("distinct") <= ${limit?c}
====
