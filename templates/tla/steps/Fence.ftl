<#-- barrier() is for the compiler alone. -->
<#if step.kind.name() != "BARRIER"><@memory.fence step.kind.name()?lower_case?remove_beginning("smp_")/></#if>
