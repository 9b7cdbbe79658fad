<#assign conditions = action.values(step.onlyIf)?filter(c -> c != "TRUE")>
${action.bind(step.flag, (conditions?size == 0)?then("TRUE", (conditions?size == 1)?then(conditions[0], "(" + conditions?join(" /\\ ") + ")")))}<#t>
