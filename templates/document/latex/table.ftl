<#-- As wide as its texts, or, where these do not fit on a page, each column with its share of it. -->
<#assign widths = []>
<#list it.head as h>
<#assign widest = h?length>
<#list it.rows as row><#assign widest = [widest, row[h?index]?length]?max></#list>
<#assign widths += [widest + 4]>
</#list>
<#assign whole = 0>
<#list widths as w><#assign whole += w></#list>
\begin{center}\footnotesize\setlength{\tabcolsep}{2.5pt}\sloppy
\begin{tabular}{${(whole <= 150)?then(widths?map(w -> "l")?join(""), widths?map(w -> "p{" + ((940 * w / whole)?round / 1000)?c + "\\linewidth}")?join(""))}}
\hline
${it.head?map(c -> markup.text(c))?join(" & ")} \\
\hline
<#list it.rows as row>
${row?map(c -> markup.text(c))?join(" & ")} \\
</#list>
\hline
\end{tabular}
\end{center}
