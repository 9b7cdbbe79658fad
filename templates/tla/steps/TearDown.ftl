<#if action.calls>${action.faultIf("InUse(" + action.object + ")", "{\"use after teardown\"}")}</#if>
<@memory.tearDown/>
