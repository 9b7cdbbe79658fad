<#-- An action: the lines of C that it stands for, its name, what it does. -->
<#import "conjuncts.ftl" as conjuncts>
<#list action.comment as line>
\* ${line}
</#list>
<@out.head/>${action.head} ==
${"  "}<@conjuncts.way action.way/>
