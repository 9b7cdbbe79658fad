<#assign locations = declare.globals?map(g -> g.identifier) + declare.locks?map(l -> l.identifier)>
Locations == {${locations?join(", ")}}

Agents == ${declare.agents}

<#assign cases = declare.globals?filter(g -> g.initial != "0")?map(g -> "l = " + g.identifier + " -> " + g.initial)>
Untouched ==
  [stored |-> [l \in Locations |-> ${cases?has_content?then("CASE " + cases?join(" [] ") + " [] OTHER -> 0", "0")}],
   buffer |-> [a \in Agents |-> [l \in Locations |-> <<>>]]]

\* What agent a loads: the newest of its own stores in the buffer, or else what is in memory.
Value(mem, a, l) ==
  LET own == mem.buffer[a][l] IN IF own = <<>> THEN mem.stored[l] ELSE own[Len(own)]

Buffered(mem, a, l, v) == [mem EXCEPT !.buffer[a][l] = Append(@, v)]

Flushed(mem, a) ==
  [mem EXCEPT !.stored = TLCEval([l \in Locations |-> Value(mem, a, l)]),
              !.buffer[a] = [l \in Locations |-> <<>>]]

Exchanged(mem, a, l, v) ==
  LET flushed == Flushed(mem, a) IN [flushed EXCEPT !.stored[l] = v]

Empty(mem, a) == \A l \in Locations : mem.buffer[a][l] = <<>>
