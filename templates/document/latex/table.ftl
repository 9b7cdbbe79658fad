\begin{center}\footnotesize\setlength{\tabcolsep}{3pt}
\begin{tabular}{${it.head?map(c -> "l")?join("")}}
\hline
${it.head?map(c -> markup.text(c))?join(" & ")} \\
\hline
<#list it.rows as row>
${row?map(c -> markup.text(c))?join(" & ")} \\
</#list>
\hline
\end{tabular}
\end{center}
