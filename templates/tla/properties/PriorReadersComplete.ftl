PriorReadersComplete ==
<#if spec.providerIndexed>
  LET Gone(o) ==
        \/ life[o] = "torn down"
        \/ \E p \in Providers : ${layout.among("provider[p].at", spec.aboutToTearDown)} /\ provider[p].obj = o
<#else>
  LET Gone(o) ==
        \/ life[o] = "torn down"
        \/ ${layout.among("provider.at", spec.aboutToTearDown)} /\ provider.obj = o
</#if>
  IN  \A o \in Objects : Gone(o) =>
<#list spec.holders as h>
        ${(spec.holders?size > 1)?then("/\\ ", "")}\A ${h.index} \in ${h.set} : o \notin <#rt>
  <#if h.decides.isEmpty()>
    <#lt>{${layout.list(h.pointers + h.inside, 32)}}
  <#else>
    <#lt>IF ${h.decides.get().text()} THEN {${layout.list(h.inside, 32)}} ELSE {${layout.list(h.pointers + h.inside, 32)}}
  </#if>
</#list>
