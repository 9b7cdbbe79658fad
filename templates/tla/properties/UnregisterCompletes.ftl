UnregisterCompletes ==
<#assign done = spec.oopses?has_content?then(" \\/ ~Running", "")>
<#if spec.providerIndexed>
  \A p \in Providers :
    LET Unregistering == provider[p].at \in {${spec.unregistering?join(", ")}}
    IN  Unregistering ~> ~Unregistering${done}
<#else>
  LET Unregistering == provider.at \in {${spec.unregistering?join(", ")}}
  IN  Unregistering ~> ~Unregistering${done}
</#if>
