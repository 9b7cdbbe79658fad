NoDeadlock ==
  LET Begun ==
<#list spec.kinds?filter(k -> !k.quiet) as k>
        \/ <#if k.index?has_content>\E ${k.index} \in ${k.set} : </#if>${k.begun}
</#list>
      CanGoOn ==
<#list threads?filter(t -> !t.quiet) as t><#if t.goesOn?has_content>
        \/ <#if t.quantifier?has_content>\E ${types.over(t.quantifier)} : </#if><#if t.begun.isPresent()>${t.begun.get()} /\ </#if>${t.variable}_CanGoOn${t.parameters}
</#if></#list>
<#list spec.quietAsked as asked>
        \/ ${asked}
</#list>
<@memory.canGoOn/>
  IN  <#if spec.oopses?has_content>Running /\ </#if>Begun => CanGoOn
