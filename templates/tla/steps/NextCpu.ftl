<#-- In any order: what visits the CPUs must not depend on it. -->
<#assign left = action.local(step.left)>
<#assign cpu = action.choose("cpu", action.value(left))>
${action.bind(step.cpu, cpu)}${action.bind(step.left, action.without(left, cpu))}
