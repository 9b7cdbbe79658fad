<#-- In any order: what visits the CPUs must not depend on it. -->
<#assign left = action.value(action.local(step.left))>
${action.choose("cpu", left)}${action.bind(step.cpu, "cpu")}${action.bind(step.left, left + " \\ {cpu}")}<#t>
