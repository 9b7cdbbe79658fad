<#-- Escaped lines: whatever stands in them, nothing ends them before their time. -->
\begin{flushleft}\ttfamily${(it.language == "c")?then("\\footnotesize", "\\scriptsize")}
<#list markup.code(it.lines) as line>
\mbox{${line}}<#sep>\\</#sep>
</#list>
\end{flushleft}
