---- MODULE ${name} ----
EXTENDS ${module}, Naturals, TLC

ASSUME \A i \in 1..${invariants?size} : TLCSet(i, FALSE)

\* It is named once, and what holds is true.
Falls(i, invariant) ==
  TLCGet(i) \/ (TLCSet(i, TRUE) /\ PrintT(invariant))

\* What falls does not end the run: one exploration decides about all.
Reported ==
<#list invariants as invariant>
  /\ ${invariant} \/ Falls(${invariant?counter}, "${invariant}")
</#list>
====
