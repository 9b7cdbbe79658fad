---- MODULE Unnamed ----
\* Two disjuncts without a name, of which the second can never be taken.
EXTENDS Naturals
VARIABLE n
Init == n = 0
Next == \/ n = 0 /\ n' = 1
        \/ n = 5 /\ n' = 2
====
