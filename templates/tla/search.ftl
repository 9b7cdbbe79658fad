---- MODULE ${name} ----
EXTENDS ${module}, TLC

\* A search need not come to its end.
FewStates == TLCGet("distinct") <= ${limit?c}
====
