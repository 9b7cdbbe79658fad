\* (No thread stays in it for ever. TLC would need a tableau for the same with ~>.)
UnregisterCompletes ==
<#assign done = spec.oopses?has_content?then(" /\\ Running", "")>
<#if spec.providerIndexed>
  \A p \in Providers :
    LET Unregistering ==
          provider[p].at \in {${layout.list(spec.unregistering, 29)}}
    IN  []<>~(Unregistering${done})
<#else>
  LET Unregistering ==
        provider.at \in {${layout.list(spec.unregistering, 24)}}
  IN  []<>~(Unregistering${done})
</#if>
