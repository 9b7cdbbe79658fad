<#assign there = step.states()?map(part -> memory.held(action.identifier(part)))?join(" \\/ ")>
${action.fault("IF " + there + " THEN {} ELSE {\"use after teardown\"}")}
${action.outcomes()}
