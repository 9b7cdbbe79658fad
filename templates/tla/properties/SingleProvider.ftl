<#if spec.published?has_content>
SingleProvider ==
  \A p \in Providers :
    provider[p].at = ${spec.registered} =>
<#list spec.published as variable>
      /\ ${memory.newest(variable)} = provider[p].obj
</#list>
<#else>
SingleProvider ==
  \A p, q \in Providers :
    provider[p].at = ${spec.registered} /\ provider[q].at = ${spec.registered} => p = q
</#if>
