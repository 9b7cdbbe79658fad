<#import "../parts.ftl" as parts>
<@action.condition>${parts.each(step.of().off(), "\\A")}${memory.released(parts.ofAny(step.of().off()))}</@action.condition>
${action.outcomes()}
