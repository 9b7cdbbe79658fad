NoDeadlock ==
  LET Begun ==
<#list spec.rests as r>
        \/ <#if r.index?has_content>\E ${r.index} \in ${r.set} : </#if>${layout.notAmong(r.me + ".at", r.places)}
</#list>
      CanGoOn ==
<#list threads as t><#if t.goesOn?has_content>
        \/ <#if t.quantifier?has_content>\E ${types.over(t.quantifier)} : </#if>${t.variable}_CanGoOn${t.parameters}
</#if></#list>
<@memory.canGoOn/>
  IN  <#if spec.oopses?has_content>Running /\ </#if>Begun => CanGoOn
