<#-- Only C is coloured: Pygments knows no TLA+, and docutils complains of what Pygments does not know.
     mermaid.js draws what is of the class mermaid. -->
.. code-block:: ${(it.language == "c")?then("c", "text")}
<#if it.language == "mermaid">
   :class: mermaid
</#if>

<#list markup.code(it.lines) as line>
   ${line}
</#list>
