<#import "../parts.ftl" as parts>
<#assign left = memory.held(parts.ofAny(step.of.pending())) + " \\/ " + memory.held(parts.ofAny(step.of.running()))>
${action.fault("IF " + parts.each(step.of.pending(), "\\E") + left + " THEN {\"use after teardown\"} ELSE {}")}
${action.outcomes()}
