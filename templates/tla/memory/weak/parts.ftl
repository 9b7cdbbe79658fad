<#--
  The parts of the machine that the program needs. A part is left out where it could never matter:
  what is known of memory beside a CPU's own view counts only where something orders by it. One
  thread that makes all stores and all strong fences learns nothing from the others.
-->
<#assign sole = facts.soleWriter && !["SmpMb", "SynchronizeRcuBegin", "SynchronizeSrcuBegin"]?filter(s -> facts.othersHave(s))?has_content>
<#assign inOrder = facts.appendOnly>
<#assign rcu = facts.has("SynchronizeRcuBegin")>
<#assign domains = rcu?then([""], []) + facts.domains?filter(d -> facts.has("SynchronizeSrcuBegin"))>
<#assign strong = facts.has("SmpMb") || facts.has("SynchronizeRcuBegin") || facts.has("SynchronizeSrcuBegin") || facts.hasOrder("FULL")>
<#assign locking = facts.locking>
<#-- Locks that are read otherwise than by taking them are locations like any other. -->
<#assign lockHistory = facts.has("SpinTrylock") || facts.has("SpinIsLocked")>
<#assign releasing = facts.has("StoreRelease") || facts.has("RcuAssignPointer")>

<#-- G of the rules: what strong fences have pushed out to everybody. -->
<#assign pushing = strong && !sole>
<#--
  F, FA: floors. Where all stores are releases and readers only look, a floor is never above the view
  beside it, and a relaxed store (what becomes of an object) carries nothing that anybody orders by.
-->
<#assign flooring = pushing && !facts.onlyPublishes>
<#-- CS: what finished sections knew. -->
<#assign ending = domains?has_content && !sole>
<#function others step><#return sole?then(facts.othersHave(step), facts.has(step))></#function>
<#-- A: what loads have brought. -->
<#assign bringing = others("SmpRmb") || others("SmpMb") || others("StoreRelease") || others("RcuAssignPointer")
    || others("SynchronizeRcuBegin") || others("SynchronizeSrcuBegin")
    || (!sole && (facts.hasOrder("RELEASE") || facts.hasOrder("FULL") || locking || ending))>
<#-- R: what relaxed stores carry; W: a CPU's own stores and what they carried. -->
<#assign carrying = !facts.onlyPublishes && (strong || locking || facts.has("SmpWmb"))>
<#assign exchanging = ["Xchg", "Cmpxchg", "AtomicFetch", "AtomicAddUnless"]?filter(s -> facts.has(s))?has_content>
<#assign writing = !facts.onlyPublishes && (locking || facts.has("SmpWmb") || (carrying && ending) || (exchanging && !sole))>

<#-- Both parts of a dependency, or its only one. -->
<#assign nothing = flooring?then("[view |-> Nothing, floor |-> Nothing]", "Nothing")>
<#function viewOf d><#return flooring?then(d + ".view", d)></#function>
<#function floorOf d><#return d + ".floor"></#function>
