\* Whose place is another one after the step: nobody's where memory does something by itself.
Moved ==
<#list threads as t>
  ${(t?index == 0)?then("   ", "\\cup")} <#if t.set?has_content>{<<"${t.variable}", i>> : i \in {${t.index} \in ${t.set} : ${t.variable}'[${t.index}].${t.place} # ${t.variable}[${t.index}].${t.place}}}<#else>(IF ${t.variable}'.${t.place} # ${t.variable}.${t.place} THEN {<<"${t.variable}", NULL>>} ELSE {})</#if>
</#list>
