---- MODULE ${name} ----
EXTENDS ${module}, Naturals, TLC

\* More would be unreadable.
FewStates == TLCGet("distinct") <= ${limit}

\* Prints what is wrong with each state.
MarkStates ==
<#list properties as p>
  /\ ${p} \/ PrintT(ToString(<<"${p}", [${variables?map(v -> v + " |-> " + v)?join(", ")}]>>))
</#list>
====
