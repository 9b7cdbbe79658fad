---- MODULE Symmetric ----
EXTENDS TLC
CONSTANT Procs
VARIABLE done
Init == done = {}
Go(p) == done' = done \cup {p}
Next == \E p \in Procs : Go(p)
Spec == Init /\ [][Next]_done /\ WF_done(Next)
All == <>(done = Procs)
Sym == Permutations(Procs)
====
