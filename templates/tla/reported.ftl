---- MODULE ${name} ----
EXTENDS ${module}, Naturals, TLC

ASSUME \A i \in 1..${properties?size + conditions?size} : TLCSet(i, FALSE)

\* It is named once, and what holds is true.
Falls(i, invariant) ==
  TLCGet(i) \/ (TLCSet(i, TRUE) /\ PrintT(invariant))

\* What falls does not end the run, as long as anything is left: one exploration decides about all.
Reported ==
<#list properties + conditions as invariant>
  /\ ${invariant} \/ Falls(${invariant?counter}, "${invariant}")
</#list>
  /\ \E i \in 1..${properties?size} : ~TLCGet(i)
<#if limit??>

\* The beginning alone.
Begins == TLCGet("distinct") <= ${limit?c}
</#if>
====
