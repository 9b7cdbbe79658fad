---- MODULE Counter ----
\* Counts to Limit and stays there. Definitions after Spec hold, or not, as their comments say.
EXTENDS Naturals
CONSTANT Limit
VARIABLES n, done

Init == n = 0 /\ done = FALSE

Inc == n < Limit /\ n' = n + 1 /\ UNCHANGED done

Finish == n = Limit /\ ~done /\ done' = TRUE /\ UNCHANGED n

Idle == done /\ UNCHANGED <<n, done>>

\* Can never be taken.
Never == n > Limit /\ n' = 0 /\ UNCHANGED done

Next == Inc \/ Finish \/ Idle \/ Never

Spec == Init /\ [][Next]_<<n, done>> /\ WF_<<n, done>>(Inc \/ Finish)

\* Nothing makes it count.
Unfair == Init /\ [][Next]_<<n, done>>

\* Stops at 2.
Stop == n < 2 /\ n' = n + 1 /\ UNCHANGED done

\* Has no bound.
Unbounded == n' = n + 1 /\ done' \in BOOLEAN

\* Counts round and round.
Round == n' = (n + 1) % 4 /\ UNCHANGED done
RoundSpec == Init /\ [][Round]_<<n, done>> /\ WF_<<n, done>>(Round)

EmptyInit == n = 0 /\ done = FALSE /\ n = 1

NonNegative == n >= 0           \* holds
Small == n < 2                  \* does not
NeverStarts == n # 0            \* does not, initially
Finishes == <>done              \* holds of Spec, not of Unfair
ComesTo(k) == <>(n = k)
ComesToFour == ComesTo(4)       \* does not hold of RoundSpec
StartsAtOne == n = 1            \* does not hold, a property of initial states
Grows == [][n' > n]_n           \* holds
GrowsByTwo == [][n' = n + 2]_n  \* does not
====
