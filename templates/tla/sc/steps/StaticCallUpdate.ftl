/\ ${action.identifier(step.site.name)}' = ${action.value(step.target)}
${action.outcomes()}
