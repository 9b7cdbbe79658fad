UnregisterCompletes ==
<#assign done = spec.oopses?has_content?then(" \\/ ~Running", "")>
<#if spec.providerIndexed>
  \A p \in Providers :
    LET Unregistering ==
          provider[p].at \in {${layout.list(spec.unregistering, 29)}}
    IN  Unregistering ~> ~Unregistering${done}
<#else>
  LET Unregistering ==
        provider.at \in {${layout.list(spec.unregistering, 24)}}
  IN  Unregistering ~> ~Unregistering${done}
</#if>
