<#-- What the kernel keeps of functions that run later, of any object o where each has one. -->

<#-- Where it is kept. -->
<#function ofAny name>
  <#local all = action.identifier(name)>
  <#return facts.isOfObjects(name)?then(memory.part(all, "o"), all)>
</#function>

<#-- Who o is, if there are several. -->
<#function each name quantifier><#return facts.isOfObjects(name)?then(quantifier + " o \\in Objects : ", "")></#function>
