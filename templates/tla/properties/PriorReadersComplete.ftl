PriorReadersComplete ==
<#if spec.providerIndexed>
  LET Gone(o) == life[o] = "torn down" \/ \E p \in Providers : provider[p].at \in {${spec.aboutToTearDown?join(", ")}} /\ provider[p].obj = o
<#else>
  LET Gone(o) == life[o] = "torn down" \/ provider.at \in {${spec.aboutToTearDown?join(", ")}} /\ provider.obj = o
</#if>
  IN  \A o \in Objects : Gone(o) =>
<#list spec.holders as h>
        /\ \A ${h.index} \in ${h.set} : o \notin {${h.pointers?join(", ")}}
</#list>
