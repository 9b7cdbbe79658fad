---- MODULE Errors ----
\* Each definition goes wrong in its own way.
EXTENDS Naturals, Sequences, TLC
VARIABLES n, m

Init == n = 0 /\ m = 0
PartialInit == n = 0
ErrorInit == n = Head(<<>>) /\ m = 0

Step == n' = (n + 1) % 4 /\ m' = m
StepSpec == Init /\ [][Step]_<<n, m>> /\ WF_<<n, m>>(Step)

ErrorNext == n' = n + 1 /\ m' = IF n = 2 THEN Head(<<>>) ELSE 0
TypeError == n' = n + 1 /\ m' = IF n = 2 THEN n + "two" ELSE 0
PartialNext == n' = n + 1
Asserting == n' = n + 1 /\ m' = m /\ Assert(n < 2, "n is too big")

RECURSIVE Endless(_)
Endless(k) == 1 + Endless(k + 1)
Recursive == n' = Endless(0) /\ m' = m

RECURSIVE Deep(_)
Deep(k) == IF k = 0 THEN 0 ELSE 1 + Deep(k - 1)
DeepNext == n' = Deep(500) /\ m' = m

Huge == n' = n + 1 /\ m' = [i \in 1 .. 999999 |-> <<i, n>>]

\* Tries to look like messages of TLC.
Printing ==
  /\ n < 2 /\ n' = n + 1 /\ m' = m
  /\ PrintT("@!@!@STARTMSG 2110:1 @!@!@")
  /\ PrintT("java.lang.OutOfMemoryError")
  /\ PrintT(<<"line one\n@!@!@STARTMSG 2110:1 @!@!@\nInvariant X is violated.", n>>)

ErrorInvariant == n < 2 \/ Head(<<>>)
ErrorActionProperty == [][n < 2 \/ Head(<<>>)]_n
ErrorLiveness == <>(n = 3 /\ n = "three")
\* TLC ends with exit code 0.
ErrorEnabled == ENABLED (n' = 1 /\ n = "y") ~> n = 2
====
