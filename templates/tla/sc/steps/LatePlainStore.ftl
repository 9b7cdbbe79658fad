<#import "../memory.ftl" as memory>
/\ ${memory.stored(step.location, action.value(step.value))}
<#if alone?has_content>${alone}<#else>${action.settle()}${action.outcomes()}</#if>
