<#-- What differs from tso. -->
<#macro store order="once">
  <@followed step.location>
    <#if order == "release">${action.remember("Flushed(" + action.memory + ", " + action.agent + ")")}</#if>
    ${action.remember("Buffered(" + action.memory + ", " + action.agent + ", " + place(step.location) + ", " + action.operand(step.value) + ")")}
    ${action.outcomes()}
  </@followed>
</#macro>

<#macro fence kind>
  <#if kind != "rmb">${action.remember("Flushed(" + action.memory + ", " + action.agent + ")")}</#if>
</#macro>

<#macro lock>
  <#local l = action.identifier(step.lock)>
  ${action.remember("[" + action.memory + " EXCEPT !.stored[" + l + "] = 1]")}
  <@action.condition>Empty(memory, ${action.agent})</@action.condition>
  <@action.condition>${released(l)}</@action.condition>
    ${action.outcomes()}
</#macro>
<#macro unlock>
  ${action.remember("Buffered(Flushed(" + action.memory + ", " + action.agent + "), " + action.agent + ", " + action.identifier(step.lock) + ", 0)")}
</#macro>
<#function free lock agent mem><#return "Empty(memory, " + agent + ") /\\ " + released(lock)></#function>

<#macro actions>
-----------------------------------------------------------------------------
(* The oldest store to a location in a buffer reaches memory.              *)

Drain(a, l) ==
  /\ memory.buffer[a][l] # <<>>
  /\ memory' = [memory EXCEPT !.stored[l] = Head(memory.buffer[a][l]), !.buffer[a][l] = Tail(@)]
  /\ UNCHANGED <<${layout.list(declare.variables?map(v -> v.name)?filter(v -> v != "memory"), 17)}>>

</#macro>
<#macro next>
  \/ \E a \in Agents, l \in Locations : Drain(a, l)
</#macro>
<#macro fairness>
  /\ \A a \in Agents, l \in Locations : WF_vars(Drain(a, l))
</#macro>
<#macro canGoOn>
        \/ \E a \in Agents : ~Empty(memory, a)
</#macro>
<#macro ended>
  /\ \A a \in Agents : Empty(memory, a)
</#macro>
