\* (No thread stays in it for ever. TLC would need a tableau for the same with ~>.)
ReadersComplete ==
<#assign done = spec.oopses?has_content?then(" /\\ Running", "")>
<#list spec.rests?filter(r -> r.mayHang) as r>
  /\ \A ${r.index} \in ${r.set} : []<>~(${r.me}.at # ${r.places[0]}${done})
</#list>
