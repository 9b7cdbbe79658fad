---- MODULE ${name} ----
EXTENDS ${module}, Naturals, TLC

\* Nobody can look at more.
FewStates == TLCGet("distinct") <= ${limit}

\* Tells of each state what is wrong with it.
MarkStates ==
<#list properties as p>
  /\ ${p} \/ PrintT(ToString(<<"${p}", [${variables?map(v -> v + " |-> " + v)?join(", ")}]>>))
</#list>
====
