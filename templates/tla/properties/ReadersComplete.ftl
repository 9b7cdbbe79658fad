\* (No thread stays in it for ever. TLC would need a tableau for the same with ~>.)
ReadersComplete ==
<#assign done = spec.oopses?has_content?then(" /\\ Running", "")>
<#list spec.kinds?filter(k -> k.mayHang) as k>
  /\ \A ${k.index} \in ${k.set} : []<>~(${k.begun}${done})
</#list>
