ReadersComplete ==
<#list spec.rests?filter(r -> r.mayHang) as r>
  /\ \A ${r.index} \in ${r.set} : (${r.me}.at # ${r.places[0]}) ~> (${r.me}.at = ${r.places[0]}<#if spec.oopses?has_content> \/ ~Running</#if>)
</#list>
