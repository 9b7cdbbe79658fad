\begin{itemize}
<#list it.texts as text>
\item {}${markup.text(text)}
</#list>
\end{itemize}
