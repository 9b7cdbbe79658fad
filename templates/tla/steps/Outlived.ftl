<#import "../parts.ftl" as parts>
<#assign left = step.states()?map(part -> memory.held(parts.ofAny(part)))?join(" \\/ ")>
${action.fault("IF " + parts.each(step.of.pending(), "\\E") + left + " THEN {\"use after teardown\"} ELSE {}")}
${action.outcomes()}
