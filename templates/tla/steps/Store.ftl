<#if step.late.isPresent()><@memory.lateStore/><#else><@memory.store step.kind.marking().name()?lower_case/></#if>
