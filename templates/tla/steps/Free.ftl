<#import "../ending.ftl" as ending>
<#assign object = action.value(step.object)>
<@action.either>
  <@action.way>
    ${action.assume(action.equal(object, "NULL"))}
    ${action.outcomes()}
  </@action.way>
  <@action.way>
    ${action.require(action.different(object, "NULL"))}
    ${action.faultIf(action.equal("life[" + object + "]", "\"torn down\""), "{\"use after teardown\"}")}
    <@ending.ends object/>
  </@action.way>
</@action.either>
