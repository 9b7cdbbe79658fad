<#assign due = memory.held(action.identifier(step.of.pending())), running = memory.held(action.identifier(step.of.running()))>
${action.fault("IF " + due + " \\/ " + running + " THEN {\"use after teardown\"} ELSE {}")}
${action.outcomes()}
