<#-- Sequential consistency: one memory; a store is seen by everybody as soon as it is made. -->
${declare.title("sc")}
