---- MODULE Values ----
\* Goes through values of every kind, one state after the other, and then stops.
EXTENDS Integers, Sequences, TLC
CONSTANTS a, b
VARIABLES k, v

All == <<
  -5,
  TRUE,
  "q\"uo\\te\n tab\t /\\ x = 3",
  a,
  {a, b},
  1 .. 3,
  -3 .. -1,
  {},
  <<>>,
  [x |-> 1, y |-> [z |-> <<TRUE, {<<a, 1>>}>>]],
  a :> 1 @@ b :> 2,
  a :> ("a b" :> 0),
  SUBSET {1, 2},
  [i \in 1 .. 20 |-> "some text to fill lines"],
  [i \in 0 .. 20 |-> [cpu |-> i, holds |-> {a, b}]],
  [i \in {} |-> 1]
>>

Init == k = 0 /\ v = "start"
Next == k < Len(All) /\ k' = k + 1 /\ v' = All[k + 1]
====
