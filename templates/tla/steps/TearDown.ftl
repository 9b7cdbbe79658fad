<#import "../ending.ftl" as ending>
<@ending.ends action.object/>
