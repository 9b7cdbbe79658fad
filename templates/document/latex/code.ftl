<#-- Escaped lines: their text cannot end them early. -->
\begin{flushleft}\ttfamily${(it.language == "c")?then("\\footnotesize", "\\scriptsize")}
<#list markup.code(it.lines) as line>
\mbox{${line}}<#sep>\\</#sep>
</#list>
\end{flushleft}
