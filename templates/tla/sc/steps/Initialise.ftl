/\ \E o \in Objects : life[o] = "raw"
/\ life' = [life EXCEPT ![NextObject] = "live"]
<#list action.members as member>
<#assign name = action.member(member.name)>
<#if member.choices?has_content>
/\ \E value \in {${action.values(member.choices)?join(", ")}} : ${name}' = [${name} EXCEPT ![NextObject] = value]
<#elseif member.initial.isPresent()>
/\ ${name}' = [${name} EXCEPT ![NextObject] = ${action.value(member.initial.get())}]
</#if>
</#list>
${action.bind("obj", "NextObject")}<#t>
${action.outcomes()}
