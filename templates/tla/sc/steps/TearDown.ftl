/\ life' = [life EXCEPT ![${action.object}] = "torn down"]
<#if action.calls>${action.faultIf("InUse(" + action.object + ")", "{\"use after teardown\"}")}</#if><#t>
${action.outcomes()}
