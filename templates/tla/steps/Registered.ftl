<#-- Whoever pins the provider must be gone before it may unregister. -->
<#list action.pins as pin>
/\ ${pin}
</#list>
${action.outcomes()}
