<#-- Where stores are kept, what they carry, and what they must not come before. -->

<#-- Where a location's stores are kept. -->
<#function place location>
  <#local name = location.class.simpleName>
  <#if name == "Global"><#return action.identifier(location.name)></#if>
  <#if name == "Pointee"><#return action.value(location.pointer)></#if>
  <#if name == "ThisCpu"><#return "<<" + action.identifier(location.name) + ", " + action.cpu + ">>"></#if>
  <#if name == "OfCpu"><#return "<<" + action.identifier(location.name) + ", " + action.value(location.cpu) + ">>"></#if>
  <#if name == "Element"><#return "<<" + action.identifier(location.name) + ", " + action.value(location.index) + ">>"></#if>
  <#return "<<" + action.member(location.name) + ", " + action.value(location.object) + ">>">
</#function>

<#-- Dependencies taken together. -->
<#function both dependencies>
  <#if !dependencies?has_content><#return parts.nothing></#if>
  <#local all = dependencies[0]>
  <#list dependencies[1..] as d>
    <#if parts.flooring>
      <#local all = parts.inOrder?then("Both(", "Both(memory.history, ") + all + ", " + d + ")">
    <#else>
      <#local all = parts.inOrder?then("Join(", "Join(memory.history, ") + all + ", " + d + ")">
    </#if>
  </#list>
  <#return all>
</#function>

<#-- The argument of an operator that says what an address depends on. -->
<#function by dependencies><#return machine.followsPointers?then(", " + both(dependencies), "")></#function>

<#-- What a loaded value depends on. -->
<#function brought message address>
  <#local loaded = parts.flooring?then("[view |-> " + message + ".view, floor |-> " + message + ".floor]", message + ".view")>
  <#local all = [loaded] + address>
  <#if machine.forwards>
    <#local all += ["(IF " + message + ".by = " + action.agent + " THEN " + message + ".data ELSE " + parts.nothing + ")"]>
  </#if>
  <#return both(all)>
</#function>

<#function id location>
  <#if parts.inOrder><#return "Len(" + action.memory + ".history[" + location + "]) + 1"></#if>
  <#if facts.litmus><#return action.place></#if>
  <#return "Len(" + action.memory + ".history[" + location + "]) + 1">
</#function>

<#-- A message; its view and floor are what a store carries that orders nothing, or a release. -->
<#function message location value order data floors>
  <#local a = action.agent, mem = action.memory, id = id(location)>
  <#local view = parts.carrying?then(mem + ".carried[" + a + "]", "Nothing")>
  <#local floor = mem + ".floor[" + a + "]">
  <#if order == "release">
    <#local view = join(mem + ".seen[" + a + "]", parts.bringing?then(mem + ".brought[" + a + "]", ""), parts.carrying?then(view, ""), parts.writing?then(mem + ".wrote[" + a + "]", ""))>
    <#local floor = join(floor, (parts.bringing)?then(mem + ".broughtFloor[" + a + "]", ""))>
  </#if>
  <#local fields = ["id |-> " + id, "value |-> " + value, "view |-> [" + view + " EXCEPT ![" + location + "] = " + id + "]"]>
  <#if parts.flooring>
    <#list floors as f><#local floor = join(floor, f + ".floor")></#list>
    <#local fields += ["floor |-> " + floor]>
  </#if>
  <#if !parts.inOrder><#local fields += ["exchanged |-> " + (order == "exchange")?then("TRUE", "FALSE")]></#if>
  <#if machine.forwards><#local fields += ["data |-> " + both(data), "by |-> " + a]></#if>
  <#if parts.lockHistory><#local fields += ["wrote |-> Nothing"]></#if>
  <#if machine.hasPlain><#local fields += ["plain |-> " + (order == "plain")?then("TRUE", "FALSE")]></#if>
  <#return "[" + fields?join(",\n ") + "]">
</#function>

<#function join first rest...>
  <#local all = first>
  <#list rest as r>
    <#if r?has_content>
      <#local all = parts.inOrder?then("Join(", "Join(" + action.memory + ".history, ") + all + ", " + r + ")">
    </#if>
  </#list>
  <#return all>
</#function>

<#-- What a store must not come before. -->
<#function bounds location order dependencies>
  <#local a = action.agent, mem = action.memory>
  <#local views = [mem + ".seen[" + a + "]"] + parts.flooring?then([mem + ".floor[" + a + "]"], []) + parts.carrying?then([mem + ".carried[" + a + "]"], [])>
  <#if order == "release">
    <#local views += parts.bringing?then([mem + ".brought[" + a + "]"], []) + parts.writing?then([mem + ".wrote[" + a + "]"], []) + (parts.flooring && parts.bringing)?then([mem + ".broughtFloor[" + a + "]"], [])>
  </#if>
  <#list dependencies as d>
    <#local views += [parts.viewOf(d)] + parts.flooring?then([parts.floorOf(d)], [])>
  </#list>
  <#return "{" + views?map(v -> v + "[" + location + "]")?join(", ") + "}">
</#function>
