<#-- Reads the slot from the object and enters the callback. -->
<#assign object = action.value(step.object)>
<#if step.stored>${action.fault("SlotMisuse(" + object + ", " + action.member(step.slot) + ")")}<#else>${action.fault("Misuse(" + object + ")")}</#if><#t>
<#if action.tracksSnapshot>${action.fault("Torn(" + action.me + ".uses, " + object + ")")}${action.set("uses", object)}</#if><#t>
${action.set("inside", object)}<#t>
${action.outcomes()}
