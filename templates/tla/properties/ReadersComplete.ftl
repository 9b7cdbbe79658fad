\* (Nobody stays in it for ever. With ~>, which says the same, TLC is slower: it needs a tableau.)
ReadersComplete ==
<#assign done = spec.oopses?has_content?then(" /\\ Running", "")>
<#list spec.rests?filter(r -> r.mayHang) as r>
  /\ \A ${r.index} \in ${r.set} : []<>~(${r.me}.at # ${r.places[0]}${done})
</#list>
