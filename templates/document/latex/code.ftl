<#-- Escaped lines: whatever stands in them, nothing ends them before their time. -->
\begin{flushleft}\ttfamily\footnotesize
<#list markup.code(it.lines) as line>
\mbox{${line}}\\
</#list>
\end{flushleft}
