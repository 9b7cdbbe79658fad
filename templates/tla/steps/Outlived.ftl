<#assign each = facts.isOfObjects(step.of.pending())>
<#function part name><#local all = action.identifier(name)><#return memory.held(each?then(memory.part(all, "o"), all))></#function>
<#assign left = part(step.of.pending()) + " \\/ " + part(step.of.running())>
${action.fault("IF " + each?then("\\E o \\in Objects : ", "") + left + " THEN {\"use after teardown\"} ELSE {}")}
${action.outcomes()}
