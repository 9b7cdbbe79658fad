<#-- Litmus tests in the format of herd7. -->
<#list report.answers as a>
<#if a.class.simpleName == "Observed">
Test ${report.name(a)} ${report.kind(a)}
Memory ${a.memory()}
States ${a.states()?size}
<#list a.states() as s>
${report.line(a, s)}
</#list>
${a.ok()?then("Ok", "No")}
Witnesses
Positive: ${a.positive()} Negative: ${a.negative()}
<#if a.racy()?has_content>
Flag data-race: ${a.racy()?join(", ")}
</#if>
Condition ${report.condition(a)}
Observation ${report.name(a)} ${a.observation().title()} ${a.positive()} ${a.negative()}
<#elseif a.class.simpleName == "Unsupported">
Test ${a.file()} unsupported
<#list a.reasons() as d>
${report.rendered(d)}
</#list>
<#else>
Test ${report.name(a)} unknown
Memory ${a.memory()}
${a.message()}
</#if>

</#list>
<#list report.notable() as line>
${line}
</#list>
${report.summary()}
