---- MODULE ${name} ----
EXTENDS ${module}, Naturals, TLC

\* A search need not come to its end.
FewStates == TLCGet("distinct") <= ${limit?c}
====
