SingleProvider ==
  \A p \in Providers :
    provider[p].at = ${spec.registered} =>
<#list spec.published as variable>
      /\ ${memory.newest(variable)} = provider[p].obj
</#list>
