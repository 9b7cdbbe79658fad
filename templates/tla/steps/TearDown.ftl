<#if action.calls>${action.faultIf("InUse(" + action.object + ")", "{\"use after teardown\"}")}</#if><#t>
<@memory.tearDown/>
