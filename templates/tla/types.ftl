<#-- The sets that values are in. TLC searches them in order, and compares no number with a string. -->

<#-- The set of the values that a local or a place may hold. -->
<#function set values>
  <#local named = [], sets = []>
  <#if values.has("NULL")><#local named += ["NULL"]></#if>
  <#if values.has("UNINITIALISED")><#local named += ["Uninitialised"]></#if>
  <#if values.has("NOBODY")><#local named += ["\"nobody\""]></#if>
  <#if values.has("SLOT")><#local named += ["\"set\""]></#if>
  <#local named += values.functions?map(f -> "\"" + f + "\"")>
  <#if !values.has("NUMBER")><#local named += values.numbers?map(n -> n?c)></#if>
  <#if values.has("OBJECT")><#local sets += ["Objects"]></#if>
  <#if values.has("CPU")><#local sets += ["CPUs"]></#if>
  <#if values.has("TRUTH")><#local sets += ["BOOLEAN"]></#if>
  <#if named?has_content><#local sets += ["{" + named?join(", ") + "}"]></#if>
  <#if values.has("PROVIDERS")><#local sets += ["SUBSET Providers"]></#if>
  <#if values.has("CPUS")><#local sets += ["SUBSET CPUs"]></#if>
  <#if values.has("KNOWLEDGE")><#local sets += ["Knowledge"]></#if>
  <#if values.has("NUMBER")><#local sets += ["Int"]></#if>
  <#return sets?join(" \\cup ")>
</#function>

<#-- The functions from a set; values themselves where it is empty. -->
<#function functions from to>
  <#return from?has_content?then("[" + from + " -> " + to + "]", to)>
</#function>

<#-- Bound variables, as a quantifier has them. -->
<#function over all><#return all?map(o -> o.variable + " \\in " + o.set)?join(", ")></#function>

<#-- The records of a thread. -->
<#function records fields>
  <#return "[" + fields?map(f -> f.name + " : " + f.places?has_content?then("{" + f.places?join(", ") + "}", f.dependency?then("Dependencies", set(f.values))))?join(", ") + "]">
</#function>

<#-- The indices of an array. -->
<#function indices array><#return "0.." + (array.elements()?size - 1)></#function>

<#-- What the element of an index holds in the beginning. -->
<#function element array index>
  <#local first = array.elements()[0], others = array.elements()?filter(e -> e != array.elements()[0])>
  <#return others?has_content?then("<<" + array.elements()?join(", ") + ">>[" + index + " + 1]", first)>
</#function>

<#-- What a location may hold, as the cases of a CASE. -->
<#function cases globals perCpus arrays members>
  <#return globals?map(g -> "l = " + g.identifier + " -> " + set(g.values)) + perCpus?map(v -> "l \\in {" + v.identifier + "} \\X CPUs -> " + set(v.values)) + arrays?map(a -> "l \\in {" + a.identifier + "} \\X (" + indices(a) + ") -> " + set(a.values)) + members?map(m -> "l \\in {" + m.identifier + "} \\X Objects -> " + set(m.values))>
</#function>

<#-- That pointer o leads to no object. Where there are lists, it may be as far before the head as a member is behind its entry. -->
<#function nowhere><#return facts.hasLists?then("o \\notin Objects", "o = NULL")></#function>

<#-- The locks that there is one of, and the sets of those that each object has. -->
<#function plainLocks all><#return all?filter(l -> !facts.isOfObjects(l.name))?map(l -> l.identifier)></#function>
<#function locksOfObjects all>
  <#return all?filter(l -> facts.isOfObjects(l.name))?map(l -> "({" + l.identifier + "} \\X Objects)")>
</#function>

<#-- The set of all locks. -->
<#function locks all>
  <#local plain = plainLocks(all)>
  <#return (plain?has_content?then(["{" + plain?join(", ") + "}"], []) + locksOfObjects(all))?join(" \\cup ")>
</#function>

<#-- The set of all locations in memory: the plain ones, others of the model, and those of what has several. -->
<#function locations plain others>
  <#local all = plain?has_content?then(["{" + plain?join(", ") + "}"], [])>
  <#local all += declare.perCpus?filter(v -> !facts.isPrivate(v.name))?map(v -> "({" + v.identifier + "} \\X CPUs)") + others>
  <#local all += declare.arrays?map(a -> "({" + a.identifier + "} \\X (" + indices(a) + "))") + declare.members?map(m -> "({" + m.identifier + "} \\X Objects)")>
  <#return all?has_content?then(all?join(" \\cup "), "{}")>
</#function>
